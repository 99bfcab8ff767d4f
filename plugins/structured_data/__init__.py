"""What search engines are told of a page: one linked graph of schema.org, a file a type."""

from plugins.structured_data.graph import structured_data
from plugins.structured_data.page import Facts

__all__ = ["Facts", "structured_data"]
