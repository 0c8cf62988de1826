/** A key and a certificate that no machine trusts, made from scratch: X.509 version 1 in DER. */
export declare function createSelfSigned(): {
    readonly key: string;
    readonly cert: string;
};
