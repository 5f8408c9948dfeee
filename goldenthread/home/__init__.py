"""What belongs to no capability: the inbox, a partnership's front page, search, the trail's pages,
how the system is running, and whether it is alive."""
