"""The charts of pygal, without the import hook that it leaves behind.

The hook finds plugins with maps of countries. It is of an old kind: Python 3.11 warns of it
(ImportWarning) at every later import that nobody else finds.
"""

import sys

from pygal import XY, Dot, HorizontalBar, PluginImportFixer
from pygal.etree import etree
from pygal.graph.graph import Graph
from pygal.style import Style

sys.meta_path[:] = [one for one in sys.meta_path if not isinstance(one, PluginImportFixer)]

__all__ = ["XY", "Dot", "Graph", "HorizontalBar", "Style", "etree"]
