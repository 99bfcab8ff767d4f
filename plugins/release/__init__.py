"""Building, previewing, remembering what was published, telling engines (publishing to come)."""
