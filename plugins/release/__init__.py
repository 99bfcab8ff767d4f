"""Building, previewing and recording what was published (publishing itself comes later)."""
