/// Signatures that fail because of the query: control-plane calls and presigned URLs.
extension FindingCode {
    package static let queryPlus = FindingCode(
        signature: "qry-plus",
        title: "A space or a plus sign in the query has the wrong form",
        meaning: "A space must be %20 and a plus %2B in the canonical query.",
        looksLike: "Fails only for values with a space or a plus.",
        why: "Form encoders write a space as +.",
        fix: "Write a space as %20 and a plus as %2B in the query, on the wire and in the canonical request.",
        proof: .reproduced,
        onTheWay: .ruleOfForm,
        detection: "The sides are equal once + is read as %20, or as %2B.",
        source: "https://github.com/curl/curl/issues/20543")

    package static let querySort = FindingCode(
        signature: "qry-sort",
        title: "The query is not sorted as Signature Version 4 sorts",
        meaning: "Pairs are ordered by encoded name, then by encoded value.",
        looksLike: "The same pairs in another order.",
        why: "Sorting before encoding, by the locale, by the whole pair, or not at all.",
        fix: "Encode names and values first, then sort by the bytes of the name, then of the value.",
        proof: .reproduced,
        onTheWay: .ruleOfForm,
        detection: """
            The pairs are the same and the order differs; the order that gives the client's names the mistake.
            """,
        source: "https://github.com/smithy-lang/smithy-typescript/pull/1404")

    package static let queryEmpty = FindingCode(
        signature: "qry-empty",
        title: "A parameter without a value lacks its equals sign",
        meaning: "In the canonical query ?key is key=.",
        looksLike: "Fails for requests with a flag in the query.",
        why: "Query builders that drop the sign.",
        fix: "Write 'name=' for a parameter without a value in the canonical query.",
        proof: .reproduced,
        onTheWay: .ruleOfForm,
        detection: "The sides are equal once = follows each name without one.",
        source: "https://github.com/curl/curl/issues/10129")

    package static let queryEncoding = FindingCode(
        signature: "qry-enc",
        title: "The query is encoded twice, or some characters not at all",
        meaning: "Names and values are encoded once, slashes and colons included.",
        looksLike: "%252F in the canonical query, or a bare / or :.",
        why: "The path's encoder used for the query, or an already encoded query encoded again.",
        fix: "Decode the query's names and values as sent, then encode each once.",
        proof: .reproduced,
        onTheWay: .ruleOfForm,
        detection: "One more or one less encoding of the pairs gives the expected ones.",
        source: "https://github.com/curl/curl/issues/11794")

    package static let queryInPath = FindingCode(
        signature: "qry-inpath",
        title: "The query that was sent is not the query that was signed",
        meaning: "The query was signed as a part of the path, without one of its parameters, or not at all.",
        looksLike: "%3F in the canonical path, or a line for the query that lacks what was sent.",
        why: "A path with its query given to a signer that takes them apart, or a parameter added after signing.",
        fix: "Split the target at its first question mark before signing, and add no parameter afterwards.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The canonical path holds ? or %3F, or the request has a query that was not signed.",
        source: "https://github.com/aws/aws-sdk-js-v3/issues/2996")

    static let signatureQuery: [FindingCode] = [
        queryPlus, querySort, queryEmpty, queryEncoding, queryInPath,
    ]
}
