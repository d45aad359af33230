organiser-map-of = Map of { $names }.
organiser-map-of-neighbours = Map of { $names } with the neighbours { $neighbours }.
organiser-map-country = The municipalities of Sweden
organiser-map-takes-part = takes part
organiser-category-short-small = small
organiser-category-short-medium = medium
organiser-category-short-large = large
organiser-error-domain = Write an e-mail domain, such as hoor.se.
organiser-error-domain-webmail = Anybody can get an address there, so that domain does not prove where somebody works.
organiser-error-domain-taken = The domain is already tied to another organiser.
organiser-error-number-taken = There is already an organiser with that organisation number. Find it and correct it instead.

# Search
organiser-index-title = Organisers
organiser-index-lead = Every municipality of Sweden and the independent organisers we know of. Find your own and see who borders you or resembles you.
organiser-map-link = See the map
organiser-new-link = Add an independent organiser
organiser-field-q = Name or organisation number
organiser-field-county = County
organiser-field-category = Category
organiser-field-structure = SKR group
organiser-field-kind = Kind of organiser
organiser-filter-all = All
organiser-search-submit = Search
organiser-found = { $n ->
    [0] No organiser
    [one] 1 organiser
   *[other] { $n } organisers
  }
organiser-none-title = No organiser fits
organiser-none-body = Try part of the name or fewer choices. If an independent organiser is missing, a coordinator can add it.
organiser-none-all = Show all organisers
organiser-page = Page { $page }
organiser-takes-part = Takes part
organiser-takes-part-here = Takes part in Grannskap
organiser-categories-explained = Small municipalities have fewer than { $small } inhabitants, medium ones from { $small } and large ones from { $medium }.
organiser-index-order = The order is alphabetical; nobody is compared as better or worse.
organiser-category-small = Small municipality
organiser-category-medium = Medium municipality
organiser-category-large = Large municipality
organiser-category-independent = Independent organiser
organiser-kind-municipality = Municipalities
organiser-kind-independent = Independent organisers
organiser-structure-A1 = Large cities
organiser-structure-A2 = Commuting municipality near a large city
organiser-structure-B3 = Larger town
organiser-structure-B4 = Commuting municipality near a larger town
organiser-structure-B5 = Low-commuting municipality near a larger town
organiser-structure-C6 = Smaller town or urban area
organiser-structure-C7 = Commuting municipality near a smaller urban area
organiser-structure-C8 = Rural municipality
organiser-structure-C9 = Rural municipality with visitors
organiser-inhabitants = { $n ->
    [one] { $shown } inhabitant
   *[other] { $shown } inhabitants
  }
organiser-pupils = { $n ->
    [one] { $shown } pupil in grade 9
   *[other] { $shown } pupils in grade 9
  }

# Map
organiser-map-title = The municipalities of Sweden on a map
organiser-map-crumb = Map
organiser-map-lead = Choose a municipality to see its neighbours and those like it. The table below the map says the same.
organiser-map-source = The map is made from the digital boundaries of Statistics Sweden (SCB).
organiser-map-table = The same as a table
organiser-map-table-note = An asterisk means that the municipality takes part in Grannskap.

# An organiser
organiser-facts-title = Facts
organiser-fact-category = Category
organiser-fact-size = Size
organiser-fact-structure = SKR group
organiser-fact-county = County
organiser-fact-number = Organisation number
organiser-source-coordinator = told by a coordinator, { $year }
organiser-source-coordinators = told by a coordinator
organiser-source-kolada = Källa: Kolada (source: Kolada), similar municipalities { $year }
organiser-around-label = Round about
organiser-neighbours-title = Neighbours
organiser-neighbours-source = Borders by SCB and Valmyndigheten. Distances are our own calculation, as the crow flies.
organiser-neighbour-land = Borders on land, { $kilometres } km away
organiser-neighbour-water = Borders on water, { $kilometres } km away
organiser-neighbour-distance = Nearest without a border, { $kilometres } km away
organiser-active-title = Independent organisers here
organiser-municipalities-title = Runs schools in
organiser-alike-link = See who is like them
organiser-alike-title = Organisers like this one
organiser-alike-by = Alike in
organiser-alike-area = Area in Kolada
organiser-like-neighbours = Neighbours
organiser-like-category = Same category
organiser-like-structure = Same SKR group
organiser-like-kolada = Similar by Kolada
organiser-like-independent-neighbours = In the same parts
organiser-like-independent-category = Of the same size
organiser-area-compulsory-school = Compulsory school
organiser-area-preschool = Preschool
organiser-area-after-school = After-school centres
organiser-area-upper-secondary = Upper secondary school
organiser-area-socioeconomic = Socioeconomic conditions
organiser-area-overall = Overall
organiser-alike-neighbours = The municipalities that border this one, in alphabetical order.
organiser-alike-neighbours-nearest = No municipality borders this one by land or water. These are the nearest ones, in alphabetical order.
organiser-alike-neighbours-near = The municipalities that border this one, and those without a border that are near, in alphabetical order.
organiser-alike-category = { $total ->
    [one] The other municipality in the same category.
   *[other] { $shown } of { $total } municipalities in the same category, those nearest in inhabitants, in alphabetical order.
  }
organiser-alike-structure = { $total ->
    [one] The other municipality in the same SKR group.
   *[other] { $shown } of { $total } municipalities in the same SKR group, those nearest on the map, in alphabetical order.
  }
organiser-alike-kolada = The municipalities that Kolada calls similar in the area, in alphabetical order.
organiser-alike-independent-neighbours = { $shown } of { $total } organisers in the same or a bordering municipality, in alphabetical order.
organiser-alike-independent-category = { $shown } independent organisers that are nearest in number of pupils, in alphabetical order.
organiser-alike-more = Show all
organiser-alike-none-title = Nobody to show
organiser-alike-none-body = There is no data for this comparison. Choose another.

# E-mail domains
organiser-domains-title = E-mail domains
organiser-domains-body = Whoever confirms an address at such a domain gets their seat at the organiser confirmed at once.
organiser-field-domain = Domain
organiser-field-domain-hint = What stands after the @, such as hoor.se.
organiser-domain-tie = Tie the domain
organiser-domain-untie = Remove
organiser-domain-untie-label = Remove { $domain }
flash-organiser-domain-tied = The domain is tied to the organiser.
flash-organiser-domain-untied = The domain is removed. Seats that are confirmed already stay so.

# Adding and correcting
organiser-new-title = Add an independent organiser
organiser-edit-title = Correct { $name }
organiser-edit-crumb = Details
organiser-edit-link = Correct the details
organiser-edit-lead = Municipalities come from official registers. Independent organisers may be missing or wrong; this is where you mend them. What you save is not overwritten by new registers.
organiser-field-name = Name
organiser-field-number = Organisation number
organiser-field-number-hint = Ten digits, such as 556016-0680. Personal numbers are not accepted.
organiser-field-municipalities = Municipalities with schools
organiser-field-municipalities-hint = Write the names of the municipalities with commas or line breaks between them.
organiser-field-pupils = Pupils in grade 9
organiser-field-pupils-hint = A measure of size. Leave it empty if you do not know.
organiser-edit-submit = Save
organiser-error-number = The number is not right. An organisation number has ten digits, the third is at least 2 and the last is a check digit.
organiser-error-municipalities = We do not know one of the municipalities.
organiser-error-municipalities-unknown = We do not know these as municipalities: { $names }.
flash-organiser-added = The organiser is added.
flash-organiser-corrected = The details are saved.
