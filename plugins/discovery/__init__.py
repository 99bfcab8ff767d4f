"""What makes pages found: sitemap, robots.txt, feeds, redirects of old addresses."""
