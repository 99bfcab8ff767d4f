"""What makes pages found: feeds, redirects of old addresses (sitemap and robots come later)."""
