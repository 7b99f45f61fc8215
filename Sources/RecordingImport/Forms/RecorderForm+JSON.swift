/// The forms of the recorders that write JSON, each by its documents.
extension RecorderForm {
    /// HTTP Archive: "HAR 1.2 Spec" (softwareishard.com), whose section on versions has the rule for them, and the one for names
    /// that begin with a low line; the encoding of a request's body is what 1.3 proposes.
    static let har = RecorderForm(
        name: "HAR",
        version: FormVersion(at: "log", "version", words: "1.1 or a later 1.N", unknown: .refused) { text in
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { FormVersion.number($0) }
            return parts.count == 2 && parts[0] == 1 && (parts[1] ?? 0) >= 1
        },
        root: FormPart(
            "",
            [
                "log": custom(
                    "version creator browser pages comment",
                    [
                        "entries": custom(
                            "pageref startedDateTime time cache timings serverIPAddress connection comment", harMessages
                        )
                    ])
            ], hasCustomMembers: true))

    private static let harMessages = [
        "request": custom(
            "method url httpVersion cookies headers queryString headersSize bodySize comment",
            ["postData": custom("mimeType params text encoding comment")]),
        "response": custom(
            "status statusText httpVersion cookies headers redirectURL headersSize bodySize comment",
            ["content": custom("size compression mimeType text encoding comment")]),
    ]

    private static func custom(_ values: String, _ parts: [String: FormPart] = [:]) -> FormPart {
        FormPart(values, parts, hasCustomMembers: true)
    }

    /// A stub mapping of WireMock, by its JSON schema.
    ///
    /// Delays are not kept, and of what picks requests only what names one is.
    static let wireMock = RecorderForm(name: "WireMock", version: nil, root: mapping)

    /// Several of them.
    static let wireMockList = RecorderForm(
        name: "WireMock", version: nil, root: FormPart("meta importOptions", ["mappings": mapping]))

    private static let mapping = FormPart(
        "$schema id uuid name persistent priority scenarioName requiredScenarioState newScenarioState postServeActions "
            + "serveEventListeners metadata insertionIndex",
        [
            "request": FormPart(
                "scheme host port method url urlPath urlPattern urlPathPattern urlPathTemplate pathParameters "
                    + "queryParameters headers bodyPatterns"),
            "response": FormPart(
                "status statusMessage headers \(wireMockBodies.joined(separator: " ")) fault fixedDelayMilliseconds "
                    + "delayDistribution chunkedDribbleDelay fromConfiguredStub proxyBaseUrl proxyUrlPrefixToRemove "
                    + "additionalProxyRequestHeaders removeProxyRequestHeaders transformers transformerParameters",
                choices: [wireMockBodies]),
        ])

    /// Where an answer's body stands, the first that is there first (`Body.fromOneOf` and `ResponseDefinition`).
    private static let wireMockBodies = ["body", "jsonBody", "base64Body", "bodyFileName"]

    /// nock: what `recorder.js` writes, and what `define` in `scope.js` reads; it has no version.
    static let nock = RecorderForm(
        name: "nock", version: nil,
        root: FormPart(
            "scope port method path body response responseIsBinary reqheaders options "
                + (nockHeaders + nockStatuses).joined(separator: " "), choices: [nockHeaders, nockStatuses]))

    /// Where the headers of an answer stand: the latter in old files.
    static let nockHeaders = ["rawHeaders", "headers"]
    /// Where a status stands: the former in old files, and first to its reader.
    static let nockStatuses = ["reply", "status"]

    /// Hoverfly: `simulation_views.go`, which refuses other schemas, and the views of each.
    ///
    /// The first of them have a text for a matcher, the last ones lists.
    static let hoverfly = RecorderForm(
        name: "Hoverfly's schema",
        version: FormVersion(
            at: "meta", "schemaVersion", words: "v1 to v5, or v5.N,", unknown: .refused
        ) { text in
            ["v1", "v2", "v3", "v4", "v5"].contains(text)
                || text.hasPrefix("v5.") && FormVersion.number(text.dropFirst(3)) != nil
        },
        root: FormPart(
            "",
            [
                "data": FormPart("globalActions literals variables", ["pairs": hoverflyPair]),
                "meta": FormPart("schemaVersion hoverflyVersion timeExported"),
            ]))

    private static let hoverflyPair = FormPart(
        "labels",
        [
            "request": FormPart(
                "requestType path method destination scheme query deprecatedQuery body headers requiresState"),
            "response": FormPart(
                "status body bodyFile encodedBody headers templated transitionsState removesState fixedDelay logNormalDelay "
                    + "postServeAction", choices: [["body", "bodyFile"]]),
        ])
}
