import type { LimitKey } from '../../src/model/limits.ts';
/** Statement → the limits that come from it. */
export type Statements = Readonly<Record<string, readonly LimitKey[]>>;
/** Statements that no limit comes from, and why. */
export interface Omission {
    readonly reason: string;
    readonly statements: readonly string[];
}
/** Every rule that was found for WhatsApp's messages, as `kind: field: rule` in its own field names. */
export declare const whatsappStatements: Statements;
/** Rules of WhatsApp that say nothing about what can be sent through Connectly. */
export declare const whatsappOmissions: readonly Omission[];
/** What Connectly's own pages say of messages, errors and templates. */
export declare const connectlyStatements: Statements;
/** What Connectly's pages say that is no limit. */
export declare const connectlyOmissions: readonly Omission[];
