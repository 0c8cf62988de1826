/** Writes the types of message files as TypeScript. */
export declare function generateMessageTypes(): Promise<string>;
