/**
 * Whether ten digits are a valid NHS number: weights 10 to 2 on the first nine, 11 less the remainder of
 * eleven, 11 written as 0, 10 never valid (domain.md section 5). Scottish CHI and Northern Irish health
 * and care numbers use the same check.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]);
}
