"""What search engines are told of a page: one linked graph of schema.org, a file a type."""
