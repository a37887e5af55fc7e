import { emptyMemory, openMemoryRows } from "./memoryRows.ts";
import { rowStoreContract } from "./rowStore.ts";

rowStoreContract(async () => {
  const memory = emptyMemory();
  return { open: async () => openMemoryRows(memory) };
});
