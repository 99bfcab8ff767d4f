"""Building, previewing, publishing what changed, verifying it, telling engines."""
