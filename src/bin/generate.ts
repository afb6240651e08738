import { writeFileSync } from 'node:fs';
import { generateCatalog } from './generate-catalog.ts';

writeFileSync(new URL('../catalog/providers.generated.ts', import.meta.url), generateCatalog());
