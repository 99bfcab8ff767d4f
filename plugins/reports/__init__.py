"""What people look at: pages, tables and lines in the terminal; in reports/, never in output/."""
