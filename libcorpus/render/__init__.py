"""Results as something a person reads: plain text with marks that also read without colour, in German or English.

Pure: values in, strings out. Renderers only read an account, so no two of them can disagree.
"""
