# Themes
themes-title = Themes
themes-lead = Choose a theme to see what others have written about it. You can follow themes and get new stories by mail.
themes-common = Themes for everybody
theme-lead = Stories about the theme that you may read, newest first.
theme-search = Search in the theme
theme-stories = The stories
theme-empty = No story about this yet
theme-empty-how = Write the first one, or follow the theme and you will know when somebody else does.
theme-follow-title = Follow the theme
theme-follow-how = New stories come
theme-follow = Follow
theme-followed = You follow it
theme-follows-at_once = You follow the theme: new stories come at once.
theme-follows-daily = You follow the theme: new stories come every day.
theme-follows-weekly = You follow the theme: new stories come once a week.
theme-follows-never = You have muted the theme: no stories about it come.
theme-follow-change = Change
theme-unfollow = Stop following
theme-stories-count = { $n ->
    [0] no story
    [one] 1 story
   *[other] { $n } stories
}
theme-of-all = for everybody
flash-theme-followed = You follow the theme now
flash-theme-muted = No stories about the theme will come
flash-theme-unfollowed = You do not follow the theme any more

# The list of a network
network-themes-title = Themes of the network
network-themes-lead = Whoever writes a story chooses among these themes, or makes up their own.
network-themes-new = Add a theme
network-themes-add = Add
network-themes-list = Themes to choose from
network-themes-edit = Rename or merge
network-themes-put-away = Put away
network-themes-away = Put away
network-themes-away-lead = They cannot be chosen in new stories. What is written already stays.
network-themes-take-up = Take up again
network-themes-free = Themes that somebody made up
network-themes-free-lead = Take those that fit into the list, or merge them with a theme that exists.
network-themes-take = Take into the list
theme-name-sv = Name
theme-name-en = Name in English
theme-name-hint = A word or two. Without an English name the Swedish one is used.
theme-edit-title = Change the theme
theme-rename = Rename
theme-rename-submit = Save the name
theme-merge = Merge with another theme
theme-merge-lead = When two themes mean the same. You see first what it is about.
theme-merge-into = Merge with
theme-merge-look = Show what it is about
theme-merge-title = Merge two themes
theme-merge-stories = { $n ->
    [0] No story changes theme.
    [one] 1 story changes theme.
   *[other] { $n } stories change theme.
}
theme-merge-means = Those who follow the old theme follow the new one instead. The old address leads to the new theme. This cannot be undone.
theme-merge-submit = Merge
theme-merge-cancel = Cancel
flash-theme-added = The theme is in the list
flash-theme-renamed = The theme has a new name
flash-theme-put-away = The theme is put away
flash-theme-taken-up = The theme can be chosen again
flash-theme-merged = The themes are merged
error-theme-taken = There is a theme of that name already.
error-theme-letters = Write a name with letters.
error-themes-many = The list is full. Merge or rename one that is there.
error-theme-into = That theme cannot be merged with any more. Choose another.

# The stories of an organiser
organiser-posts-link = Stories from here
organiser-posts-title = Stories from { $name }
organiser-posts-lead = What its people have written and you may read, newest first.
organiser-posts-empty = No story from here that you may read
organiser-posts-empty-how = Somebody from here may write in a group that you are not in.
