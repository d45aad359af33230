# With whom one does not want to share a group
wishes-title = Wishes
wishes-lead = Here you can say with whom you do not want to share an exchange group: a person, or everybody from an organiser. It holds in all rounds that you register for.
wishes-private = Only you see this. Not the person it concerns, not coordinators and not administrators. Where a wish is in the way of a group it is never said whose it is.
wishes-empty = No wishes
wishes-empty-body = Most people need none. The fewer you leave out, the easier it is to find a good group.
wishes-new = Leave somebody out
wishes-search = Name, role or organiser in your networks
wishes-search-submit = Search
wishes-nobody = Nobody in your networks was found. Try a part of the name, or the name of the organiser.
wishes-more = There are more. Write more of the name.
wishes-make = Not in the same group
wishes-take-back = Remove
wishes-everybody = Everybody from { $name }
error-wishes-many = You have as many wishes as one can have. Remove one first.
error-wish-oneself = That is you. Choose somebody else.
flash-wish-made = Your wish is saved. Only you see it.
flash-wish-taken-back = Your wish is removed.
