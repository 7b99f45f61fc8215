/// Signatures that fail because of the query: control-plane calls and presigned URLs.
extension SignatureCauseCodes {
    static let query: [CodePage] = [
        CodePage(
            code: "qry-plus",
            title: "A space or a plus sign in the query has the wrong form",
            meaning: "A space must be %20 and a plus %2B in the canonical query.",
            looksLike: "Fails only for values with a space or a plus.",
            why: "Form encoders write a space as +.",
            mend: "Percent-encode the query's names and values.",
            detection: "The sides are equal once + is read as %20, or as %2B.",
            source: "https://github.com/curl/curl/issues/20543"),
        CodePage(
            code: "qry-sort",
            title: "The query is not sorted as Signature Version 4 sorts",
            meaning: "Pairs are ordered by encoded name, then by encoded value.",
            looksLike: "The same pairs in another order.",
            why: "Sorting before encoding, by the locale, by the whole pair, or not at all.",
            mend: "Encode first, then sort by the bytes of the name, then of the value.",
            detection: """
                The pairs are the same and the order differs; the order that gives the client's names the mistake.
                """,
            source: "https://github.com/smithy-lang/smithy-typescript/pull/1404"),
        CodePage(
            code: "qry-empty",
            title: "A parameter without a value lacks its equals sign",
            meaning: "In the canonical query ?key is key=.",
            looksLike: "Fails for requests with a flag in the query.",
            why: "Query builders that drop the sign.",
            mend: "Write key= in the canonical query; send it as you like.",
            detection: "The sides are equal once = follows each name without one.",
            source: "https://github.com/curl/curl/issues/10129"),
        CodePage(
            code: "qry-enc",
            title: "The query is encoded twice, or some characters not at all",
            meaning: "Names and values are encoded once, slashes and colons included.",
            looksLike: "%252F in the canonical query, or a bare / or :.",
            why: "The path's encoder used for the query, or an already encoded query encoded again.",
            mend: "Decode what was sent, encode each name and value once.",
            detection: "One more or one less encoding of the pairs gives the expected ones.",
            source: "https://github.com/curl/curl/issues/11794"),
        CodePage(
            code: "qry-inpath",
            title: "The query stands inside the path",
            meaning: "The question mark was signed as part of the path.",
            looksLike: "%3F in the canonical path and an empty line for the query.",
            why: "A path with its query given to a signer that takes them apart.",
            mend: "Split the target at the first question mark before signing.",
            detection: "The canonical path holds ? or %3F, or the request has a query that was not signed.",
            source: "https://github.com/aws/aws-sdk-js-v3/issues/2996"),
    ]
}
