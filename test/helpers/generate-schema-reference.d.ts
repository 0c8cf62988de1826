/** Writes the reference of all keys, level by level. */
export declare function generateSchemaReference(): string;
