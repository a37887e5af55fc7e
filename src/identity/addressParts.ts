// Parts of regular expressions (flag u) for postal addresses as they are written in the United Kingdom.

/** What a road is called after its own name. */
export const suffix =
  "(?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Drive|Dr|Close|Cl|Crescent|Cres|Terrace|Terr|Tce|Ter|Place|Pl|Gardens|Gdns|Grove|Park|Row|Hill|Square|Sq|Walk|Mews|View|Rise|Green|Parade|Way|Court|Ct|Gate|Wynd|Brae|Vale|Meadows?|Fields?|Croft|Bank|Wharf|Quay|Path|Mount|Chase|Circus|Loan|Broadway|Side|End|Hey|Embankment|Common|Drove|Yard|Passage|Villas|Cottages|Cotts|Heights|Buildings|Estate|Esplanade|Promenade|Approach|Paddocks?|Steadings?|Orchards?|Garth|Copse|Spinney|Glebe|Hollow|Dene|Holt|Knoll|Ridge|Reach|Causeway|Parkway|Arcade|Maltings|Crossing|Leys|Brow|Bridge|Fold|Pastures?|House|Grange|Vennel|Nook|Acres?|Almshouses|Mansions|Towers?)";
/** The same where no house number need stand before it. */
export const plainSuffix =
  "(?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Drive|Close|Crescent|Terrace|Gardens|Grove|Approach|Row|Walk|Mews|Square|Hill|Way|Parade|Estate|Park)";
/** A road by its Welsh name: "Heol-y-Bryn", "Lôn Cae Glas". */
export const welshRoad =
  "(?:Heol|Ffordd|Lôn|Stryd|Rhodfa|Clos|Maes|Llys|Cwrt|Rhiw)(?:-| )(?:(?:[yY]r?|[Aa]r)(?:-| ))?[A-Z][\\p{L}'’-]{1,24}(?: [A-Z][\\p{L}'’-]{1,24}){0,1}";
/** A word of a name: "Mary's", "Pen-y-Bont". */
export const wordOf = "[A-ZÀ-ÖØ-ÞŴŶ][\\p{L}'’-]{0,24}\\.?";
const titled =
  "(?!(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sr|Sister|Nurse|Rev|NHS|DOB|Dob|Tel|Ward|Bay|Bed|He|She|They|We|It|I|But|And|So|No|Not)\\b)";
/** A town, village or part of one: "Stoke-on-Trent", "near Ripon", "Great Gransden". */
export const place = `(?:(?:[Nn]r\\.?|[Nn]ear) )?${titled}[A-ZÀ-ÖØ-ÞŴŶ][\\p{L}'’-]{1,24}(?: (?:upon|on|in|under|le|the|of|by|next|super|y) (?:the )?[A-Z][\\p{L}'’-]{1,24}| [A-Z][a-z]{2,24}){0,2}(?![\\p{L}\\d])`;
/** What parts the lines of an address: a comma, or a line's end when the next line is a place and nothing else. */
export const nextLine = `(?:, ?|,?\\n(?=${place},?(?:\\n|$)))`;
/** Up to three more lines: parts of the town, the town, the county. */
export const town = `(?:${nextLine}${place}(?!['’]s)){0,3}`;
/** A house number: "14", "14a", "12-14", "2/1", "forty-two". */
export const houseNumber =
  "(?:\\d{1,4}[A-Za-z]?(?:[-–/]\\d{1,4}[A-Za-z]?)?|(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen)(?= [A-Z]))";
/** A part of a building that people live in, by its number or its floor. */
export const dwelling =
  "(?:(?:Flat|flat|Apartment|apartment|Apt|apt|Caravan|Chalet|Plot|Lot|Maisonette|Bedsit|P\\.?O\\.? Box) ?(?:No\\.? ?)?\\d{1,4}[A-Za-z]?(?:[-/]\\d{1,2})?|(?:Flat|Apartment|Apt) [A-Z]|(?:Basement|Top|Garden|Ground [Ff]loor|First [Ff]loor|Second [Ff]loor|Third [Ff]loor|Upper|Lower) (?:Floor )?[Ff]lat)";
/** A part of any building: less sure, since hospitals have rooms and units too. */
export const partOfBuilding = "(?:(?:Unit|Room|House|Studio|Block|Suite|Floor) \\d{1,3}[A-Za-z]?)";

/** Words after which a place is where somebody is at home, before any offset in small letters. */
export const lives =
  /\b(?:liv(?:es?|ed|ing)|key ?safe|discharged|sent|taxi|address(?: \w{1,8}){0,2}|home|house|flat|resides?|moved|registered|delivered|visit(?:ed)?|found|collapsed|lodging|staying|stays?|posted|returned|lodges|letters?|went|goes|going)(?: (?:is|was|given|at|on|in|to|of|just|off|as|a|her|his|their|with|him|from|back)){0,3}[ :]*$/;
