import { coverStoreContract } from "./coverStore.ts";
import { noCovers, openMemoryCovers } from "./memoryCovers.ts";

coverStoreContract(async () => {
  const memory = noCovers();
  return () => openMemoryCovers(memory);
});
