# Pictures and files of stories and meetups
attachments-title = Pictures and files
attachments-title-of = Pictures and files: { $name }
attachments-lead-post = Whoever may read the story may also see its pictures and take its files.
attachments-lead-meetup = The group and those who run the network see the files among the material of the meetup.
attachments-here = What there is
attachments-add-title = Add
attachments-field-files = Pictures and files
attachments-hint = Pictures, PDF, and documents of Word, Excel, PowerPoint or LibreOffice, at most { $size } each. { $left ->
    [one] There is room for one more file.
   *[other] There is room for { $left } more files.
} The place and other things that the camera has put into a picture are taken out.
attachments-full = There is no room for more files here. Remove one first.
attachments-add = Add
attachments-done = Done
attachments-change = Add or remove files
attachment-from-hint = Until then only you see the file.
attachment-no-alt = has no description
attachment-describe = Describe the picture
attachment-describe-title = Describe the picture
attachment-edit = Change
attachment-edit-title = Change the file
attachment-remove = Remove
attachment-remove-confirm = Do you want to remove { $name }?
attachment-field-alt = What does the picture show?
attachment-field-alt-hint = Read aloud to those who cannot see the picture. Write what matters, in a sentence or two.
attachment-field-name = Name
attachment-save = Save
attachment-later = Not now
attachment-kind-jpeg = Picture
attachment-kind-png = Picture
attachment-kind-pdf = PDF
attachment-kind-docx = Word
attachment-kind-xlsx = Excel
attachment-kind-pptx = PowerPoint
attachment-kind-odt = Text (ODT)
attachment-kind-ods = Spreadsheet (ODS)
attachment-kind-odp = Slides (ODP)
attachment-kind-link = Link
flash-attachments-added = The files are in place.
flash-attachment-saved = The change is saved.
flash-attachment-removed = The file is removed.
error-file-none = Choose at least one file.
error-file-empty = { $name } is empty. Look at the file and choose it again.
error-file-too-large = { $name } is too large. Make it smaller, or add fewer files at a time.
error-file-kind = { $name } is no picture, PDF or document that can be added. Save it as PDF.
error-file-broken = { $name } cannot be read. It may be damaged. Open it, save it again and try once more.
error-file-locked = { $name } is locked with a password or saved in an old format. Save it without a password, in today's format.
error-file-macros = { $name } has macros and cannot be added. Save it without macros.
error-file-bomb = { $name } would become immense when somebody opens it, and cannot be added.
error-file-mixed = { $name } is several kinds of file in one, and cannot be added. Save it as PDF.
error-file-pixels = { $name } has too many pixels. Make it smaller than 12,000 on its longer side and 40 million in all.
error-file-place-full = There was no room for { $name }. Remove another file first.
error-file-person-full = There was no room for { $name }: you have added as much as one person may. Remove what is no longer needed.
materials-lead-network = Files and links of meetups and stories in the network, as far as you may see them.
materials-back = To { $name }
materials-search = Search by name
materials-search-act = Search
materials-count = { $n ->
    [one] One file or link
   *[other] { $n } files and links
}
materials-none-found = No material is called that.
materials-show-all = Show everything
