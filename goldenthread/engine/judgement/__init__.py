"""What a figure can honestly be said to show: process control, intervals, comparison, funnels, projection.

control.chart(values, polarity=Polarity.HIGHER_IS_BETTER)   which points are more than chance
intervals.wilson(18, 24)                                    how sure a percentage is
comparison.compare(ours, theirs)                            higher, lower, or too few to say
funnel.funnel(figures, Basis.PERCENTAGE)                      further from the middle than chance explains
meaning.together(variation, assurance)                      what to conclude, in a sentence
projection.projected(values, ahead=4)                       where a trend leads, and how surely
"""
