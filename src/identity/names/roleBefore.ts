/** Who somebody is to another or at work, in full or as notes shorten it: a name may follow in small letters. */
export const roleBefore: ReadonlySet<string> = new Set(
  "dil mil fil sil bil pt px patient resident client baby dtr daughter son wife husband hubby partner mum mam mother dad father sis sister bro brother gran nan nana grandad grandson granddaughter niece nephew aunt auntie uncle cousin neighbour friend carer nok poa lpa colleague mentor student hca csw sw cpn dn hv physio salt slt gp spr sho reg registrar fy1 fy2 cons consultant porter nurse sn rn enp anp matron dietitian pharmacist chaplain interpreter advocate keyworker worker chaperone contact mr mrs ms named called dear hi hello thanks thx ty told tell".split(
    " ",
  ),
);

/** Of those, whom only a name follows, be it a word too: "husband frank", "carer holly". */
export const kinBefore: ReadonlySet<string> = new Set(
  "dil mil fil sil dtr daughter son wife husband hubby partner sister brother granddaughter grandson niece nephew neighbour friend carer nok poa lpa cpn sw hca csw named called".split(
    " ",
  ),
);
