"""Search on the site: each page in the word forms people may type, indexed by Pagefind."""
