"""Links and forms of each provider, by its own rules; a file each."""
