extension SignatureCause {
    /// What usually mends the cause, in one or two sentences.
    public var fix: String {
        switch self {
        case .pathDouble:
            "Percent-encode the path as sent once more, segment by segment, in the canonical request only."
        case .pathColon:
            "Choose one form of the colon for the wire and sign from it: a raw colon is signed as %3A, %3A as %253A."
        case .pathARN: "Send the slash of the ARN as %2F and sign it as %252F; never split or decode the model id."
        case .pathReserved: "Percent-encode every byte but letters, digits, '-', '.', '_' and '~'."
        case .pathTilde: "Leave letters, digits, '-', '.', '_' and '~' as they are when encoding."
        case .pathHexCase: "Write escapes with capital letters: %3A, not %3a."
        case .pathRawSign: "Take the path to sign from the finished request, after the HTTP library has encoded it."
        case .pathNorm: "Remove dot segments and empty segments before signing, and send the path in that form."
        case .pathPrefix: "Sign the path that the service will see, or let the proxy that changes it sign."
        case .pathUnicode: "Encode the path's text as UTF-8, and every byte of that as %XX."
        case .pathNFC: "Sign and send the same bytes: normalise the text once, before signing."
        case .queryPlus:
            "Write a space as %20 and a plus as %2B in the query, on the wire and in the canonical request."
        case .querySort: "Encode names and values first, then sort by the bytes of the name, then of the value."
        case .queryEmpty: "Write 'name=' for a parameter without a value in the canonical query."
        case .queryEncoding: "Decode the query's names and values as sent, then encode each once."
        case .queryInPath: "Split the target at its first question mark before signing."
        case .headerSpace: "Trim each header value and make every run of blanks in it one blank before signing."
        case .headerDuplicate: "Join the values of a repeated header with a comma, in the order in which they are sent."
        case .headerSort: "Sort the headers by their lower-case names, and write SignedHeaders in the same order."
        case .headerHost: "Sign the host that the service will see: the Host header as it is sent."
        case .headerPort: "Sign the Host header exactly as it is sent, port included if it is there."
        case .headerAuthority: "Sign as host what HTTP/2 sends as :authority."
        case .headerAcceptEncoding: "Leave Accept-Encoding out of SignedHeaders."
        case .headerForwarded: "Leave forwarding headers out of SignedHeaders; sign host, content-type and x-amz-*."
        case .headerTrace: "Leave tracing headers out of SignedHeaders."
        case .headerUserAgent: "Leave User-Agent out of SignedHeaders."
        case .headerContentLength: "Leave Content-Length out of SignedHeaders, or sign the length of the final body."
        case .headerTransferEncoding: "Leave Transfer-Encoding out of SignedHeaders."
        case .headerHop: "Leave Connection, Expect, Keep-Alive, TE and Upgrade out of SignedHeaders."
        case .headerContentType:
            "Set the whole Content-Type, charset included, before signing, and let nothing change it."
        case .headerUnsigned: "Add every x-amz-* header before signing, and name it in SignedHeaders."
        case .headerMissing: "Sign only headers that surely arrive: host, content-type and x-amz-*."
        case .headerLatin1: "Keep header values in ASCII, or encode them before signing."
        case .bodyChanged: "Make the body's bytes once, hash them, and send the same bytes."
        case .bodyUnhashed: "Hand the body to the signer before it signs."
        case .bodyGzip: "Switch request compression off, or compress first and sign then."
        case .bodyCharset: "Encode the body as UTF-8 once, and hash and send those bytes."
        case .bodyUnsigned: "Hash the body: only S3 takes UNSIGNED-PAYLOAD and STREAMING-... in its place."
        case .bodyHashHeader:
            "Compute x-amz-content-sha256 from the final body, or leave it out: Bedrock does not need it."
        case .timeSkew: "Set the clock (`doctor clock` measures it), and write times in UTC."
        case .timeAged: "Sign last, right before sending, and anew for each attempt."
        case .timeReuse: "Remove Authorization and X-Amz-Date before a retry, then sign again."
        case .timeTwo: "Read the time once, in UTC, and use it in X-Amz-Date, in the scope and in the string to sign."
        case .scopeDate: "Take the scope's date from X-Amz-Date, and cache signing keys by that date."
        case .scopeRegion: "Sign for the region that the endpoint serves."
        case .scopeService: "Sign with the service name 'bedrock' and end the scope with 'aws4_request'."
        case .keyWhitespace:
            "Set the secret again without blanks, line breaks or quotes (`doctor env` names what it finds)."
        case .keyDecoded: "Set the secret exactly as AWS showed it: no URL decoding, no escapes."
        case .keyCut: "Set the value again, quoted, so that nothing cuts it at '=', '#' or a blank."
        case .keyWrong: "Set key id and secret anew, both from the same place."
        case .tokenMissing: "Export AWS_SESSION_TOKEN too: a temporary key is no good without it."
        case .tokenStale: "`unset AWS_SESSION_TOKEN` for a long-lived key, or export all three values anew."
        case .tokenUnsigned: "Add X-Amz-Security-Token before signing, and name it in SignedHeaders."
        case .environmentOverride: "See with `doctor env` which source of credentials won, and unset it."
        case .bearer: "Unset AWS_BEARER_TOKEN_BEDROCK to sign with keys, or send the bearer token alone."
        case .redirect: "Do not follow redirects of signed requests: sign the new target."
        case .resigned: "Let the proxy remove the client's Authorization and x-amz-* headers before it signs."
        case .verifier: "Report it to the makers of the server: the client's signature follows the rules."
        case .signatureMismatch:
            "Compare the canonical requests line by line (`doctor sign` prints the right one), then check the secret."
        }
    }
}
