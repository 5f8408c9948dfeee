"""One folder a capability, the same rooms in each; none knows another."""
