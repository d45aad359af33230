# Vem man inte vill dela grupp med
wishes-title = Önskemål
wishes-lead = Här kan du säga vilka du inte vill dela utbytesgrupp med: en person, eller alla från en huvudman. Det gäller i alla omgångar som du anmäler dig till.
wishes-private = Bara du ser det här. Inte den det gäller, inte samordnare och inte administratörer. Om ett önskemål hindrar en grupp står det aldrig vems det är.
wishes-empty = Inga önskemål
wishes-empty-body = De flesta behöver inga. Ju färre du väljer bort, desto lättare är det att hitta en bra grupp.
wishes-new = Välj bort någon
wishes-search = Namn, uppdrag eller huvudman i dina nätverk
wishes-search-submit = Sök
wishes-nobody = Ingen i dina nätverk hittades. Pröva en del av namnet, eller huvudmannens namn.
wishes-more = Det finns fler. Skriv mer av namnet.
wishes-make = Inte i samma grupp
wishes-take-back = Ta bort
wishes-everybody = Alla från { $name }
error-wishes-many = Du har så många önskemål som går att ha. Ta bort något först.
error-wish-oneself = Det är du själv. Välj någon annan.
flash-wish-made = Önskemålet är sparat. Bara du ser det.
flash-wish-taken-back = Önskemålet är borttaget.
