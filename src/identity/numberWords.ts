const setOf = (lists: string): ReadonlySet<string> => new Set(lists.trim().split(/\s+/));

/** Words that only say that figures follow: whose they are stands before them ("survey number", "patient ref"). */
export const numberNouns = setOf(
  "number numbers no nos num nr n ref refs reference references id ids identifier identifiers code codes digits",
);

/** Whom a number may stand for, and what in care bears a patient's name. */
export const patientWords = setOf(`
patient patients patient's pt pts pt's px client clients resident residents lady man gentleman gent woman boy girl baby mum mother dad father twin twins child chap bloke
wife husband son daughter sister brother partner mr mrs ms miss master mx name names named dob born aged re nok
wristband wristbands band notes casenote casenotes label labels sticker stickers record records chart charts letter letters form forms result results bloods xray x-ray ct mri scan scans referral referrals appointment appt admission discharge tto ttos dnacpr spine pds list caseload allergies consent consented dna
he him his she her they them their someone somebody
`);

/** What else bears a number: goods and equipment, papers and systems, money, staff, samples, calls. */
export const thingWords = setOf(`
set telemetry contract booklet order orders ordered ordering reorder po purchase catalogue cat stock stores stockroom sku item items part parts supplier suppliers supplies supply invoice invoices bill bills receipt quote quotation cost budget consignment delivery delivered dispatch parcel parcels package pallet courier dpd hermes evri tracking tracked track barcode gtin udi isbn issn doi nct pmid 
serial s/n sn batch lot kit box carton pack vial implant prosthesis device devices equipment asset assets tag tags model version firmware machine machines pump pumps driver hoist hoists mattress chair wheelchair wheelchairs commode frame walker rollator concentrator cylinder cylinders oxygen monitor monitors scanner scanners ventilator nebuliser glucometer thermometer meter meters defib alarm sensor fridge freezer boiler lift lock fob fobs safe locker badge badges pager printer printers laptop computer pc ipad tablet router kettle vehicle ambulance
ticket tickets helpline job jobs incident incidents datix datixes complaint complaints claim helpdesk log logs logbook booking bookings portal website password passcode passport
account accounts a/c acc sort iban payroll payslip payslips timesheet timesheets employee assignment esr staff contract insurance policy policies licence license tax vat utr pension membership loyalty voucher vouchers gift library customer user login
guideline guidelines protocol sop audit audits survey surveys questionnaire study trial course courses module certificate training exam candidate conference ticket
lab laboratory sample samples specimen specimens swab pot inc req reqs requisition requisitions accession donation donor transfusion prescription prescriptions fp10 rx gas electric electricity electoral
wifi

`);

/** What may stand between a number and what it is the number of, or is done to records and patients. */
export const joiningWords = setOf(`
keep retire drop use using been have had has used first second third one number see saw seen merge chase pull check ring rang review book rebook cancel print find found open close send sent discharge admit transfer update delete register add remove move swap swapped search look for from to of and or not with under against on in at by as re is was are were be being reads read shows says said given states showing shown wrong right same own correct new old full valid the a an this that these those it its also both only but then than now still why what which who when where if so because about into onto between per via plus except unless until since after before during while about over under
`);
