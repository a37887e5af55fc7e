import type { Who } from "#core/identity/Wording.ts";

const kin =
  "daughter|dtr|son|wife|husband|hubby|mother|father|mum|mam|dad|partner|niece|nephew|brother|sister-in-law|grand\\w+|gran|nan|carer|neighbour|friend|next of kin|nok|poa|lpa|aunt|auntie|uncle|cousin|family|fianc[eé]e?|girlfriend|boyfriend|step\\w+";
const staff =
  "colleague|consultant|cons|registrar|spr|fy1|fy2|cpn|csw|dn|nurse|physio\\w*|pharmacist|manager|student|hca|sho|porter|midwife|matron|mentor|supervisor|doctor|gp|paramedic|therapist|sister|receptionist|cleaner|housekeeper|chaplain|interpreter|dietitian|assessor|preceptor|tutor|trainee|surgeon|anaesthetist|practitioner|social worker|ward clerk|clerk|support worker|team lead|lead|salt|slt";
const cared =
  "patient|pt|px|resident|client|gentleman|lady|service user|man|woman|boy|girl|baby|toddler|child|twin|lad|person";
const child = /\b(?:baby|toddler|child|boy|girl|infant|newborn|little one|paediatric\w*)\b/;

/** Nouns that say who a name beside them is. */
export const roleNouns = `${kin}|${staff}|${cared}`;

const relatives = new RegExp(`\\b(?:${kin})\\b`);
const workers = new RegExp(
  `\\b(?:${staff}|dr|prof\\w*|handed over|handover|bleeped|on shift|shift with|worked with|working with|covering for|mentored|supervised|taught)\\b`,
);
const patients =
  /\b(?:patient|resident|client|gentleman|lady|saw|seen|clinic|bed|bay|admitted|admission|discharged?|dob|nursed|washed|bathed|fed|clerked|examined|cannulat\w+|transferred)\b/;
const workTitle =
  /^(?:dr|doctor|prof|professor|nurse|matron|sister|staff|charge|student|senior|community|district|ward|specialist|lead|night|midwife|registrar|consultant|hca|sho|porter|pharmacist|physio|chaplain)\b/i;
const kinTitle =
  /^(?:nan|nana|nanna|gran|grandad|granddad|grandma|auntie|aunty|aunt|uncle|brother)\b/i;
const plainTitle = /^(?:mr|mrs|ms|miss|mx|sir|lady|lord|dame)\b/i;
const ownedByPatients =
  /^['’]s? (?:husband|wife|daughter|son|mother|father|mum|dad|mam|sister|brother|partner|carer|family|relatives|niece|nephew|gran\w*|wound|notes|bedside|discharge|dressing|feet|obs|observations|medication|tablets|drug|care|funeral|death|birthday|catheter|cannula|chart|bloods|scan)\b/i;
const done =
  /^,? (?:was|had been) (?:admitted|discharged|transferred|readmitted|clerked|moved|sent home|in bed|nursed)|^,? (?:fell|died|waited|was waiting|came in|deteriorated|refused (?:her|his|their)|pressed (?:her|his|the) (?:bell|buzzer))\b|^ \((?:dob|d\.o\.b|nhs|mrn|\d{1,3}\)|bed)/i;
const worked =
  /^,? (?:covered|bleeped|handed over|taught|prescribed|clerked|reviewed|assessed|signed|checked the|runs|ran the|led|chaired|supervised|mentored)\b/i;

/** Who a name stands for, by its title and what is around it. `lead` is in lower case and ends at the name. */
export function whoIsMeant(name: string, lead: string, rest: string): Who {
  if (/^\w{2,5}\.?,? (?:and|&|or) (?:mr|mrs|ms|dr)\b/i.test(name)) return "couple";
  if (workTitle.test(name)) return "colleague";
  if (kinTitle.test(name)) return "relative";
  if (relatives.test(lead)) return "relative";
  if (ownedByPatients.test(rest) || done.test(rest)) return child.test(lead) ? "child" : "patient";
  if (workers.test(lead) || worked.test(rest)) return "colleague";
  if (child.test(lead)) return "child";
  if (plainTitle.test(name) || patients.test(lead)) return "patient";
  return "person";
}
