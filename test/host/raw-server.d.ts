import { type Server, type Socket } from 'node:net';
/** A server that speaks in bytes: it can misbehave in every way that a socket allows. */
export interface RawServer {
    readonly url: string;
    readonly port: number;
    /** Complete requests, as they came over the wire. */
    readonly requests: readonly string[];
    close(): Promise<void>;
}
/** Calls `respond` for every complete request. */
export declare function startRawServer(respond: (socket: Socket, request: string) => void): Promise<RawServer>;
/** Listens on a free port of this machine and returns it. */
export declare function listenOnLoopback(server: Server): Promise<number>;
/** Stops listening; connections must have ended before. */
export declare function closeServer(server: Server): Promise<void>;
/** Writes an HTTP answer with its length. */
export declare function httpAnswer(status: number, body: string, headers?: readonly string[]): string;
