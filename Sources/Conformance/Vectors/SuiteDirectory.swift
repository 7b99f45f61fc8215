import SigV4

/// One directory of AWS's suite layout: `context.json`, `request.txt`, and what signing must give in the header and in
/// the query form.
///
/// The layout is that of awslabs/aws-c-auth, `tests/aws-signing-test-suite/v4`.
package struct SuiteDirectory: Sendable {
    /// The cases `<name>/header` and `<name>/query`.
    package var cases: [SigningCase]
    /// What was found in the directory and not used.
    package var notes: [String]

    /// The two forms of a case, in the order in which they are run.
    private enum Form: String, CaseIterable {
        case header
        case query

        /// The expected stages, in their order.
        static let stages = ["canonical-request", "string-to-sign", "signature", "signed-request"]

        func file(_ stage: String) -> String { "\(rawValue)-\(stage).txt" }
    }

    private static let expectedFiles = Form.allCases.flatMap { form in Form.stages.map(form.file) }
    /// The files that a directory of the layout may have.
    static let knownFiles = ["context.json", "request.txt"] + expectedFiles

    /// The file that cases of SigV4a have and those of SigV4 do not: their signatures are verified with it.
    static let markOfSigV4a = "public-key.json"

    /// Whether a file with this name makes its folder a case.
    static func isTelling(_ name: some StringProtocol) -> Bool { knownFiles.contains { $0 == name } }

    /// Reads a directory.
    ///
    /// - Parameters:
    ///   - name: what to call the case.
    ///   - folder: the directory's path, for messages.
    ///   - files: the files that stand directly in it.
    init(name: String, folder: String, files: [InputFile]) throws(InputFileError) {
        func file(_ name: String) throws(InputFileError) -> InputFile {
            if let file = files.first(where: { $0.name == name }) { return file }
            let found = files.map { String($0.name) }.sorted().joined(separator: ", ")
            throw InputFileError(
                folder.isEmpty ? "." : folder, "expected the file \(name) of a signing case, found only \(found)")
        }
        let contextFile = try file("context.json")
        let context = try SuiteContext(contextFile)
        let text = try SuiteRequestText(file("request.txt"))
        cases = []
        notes = files.filter { !Self.isTelling($0.name) }.map { "\($0.path): not part of a signing case, ignored" }

        let present = Form.allCases.filter { form in
            files.contains { file in Form.stages.contains { form.file($0) == file.name } }
        }
        if present.isEmpty { _ = try file(Form.header.file(Form.stages[0])) }
        for form in present {
            let canonicalRequest = try file(form.file("canonical-request")).bytes.withoutFinalLineEnds
            let folds = text.foldReading(of: canonicalRequest)
            var options = SigningOptions(
                pathNormalization: context.pathNormalization, sessionToken: context.sessionToken,
                contentSHA256Header: context.contentSHA256Header)
            if form == .query {
                guard let seconds = context.expiresSeconds else {
                    throw InputFileError(
                        contextFile.path, "expected the member expiration_in_seconds, which the query form needs")
                }
                options.location = .query(expiresSeconds: seconds)
            }
            cases.append(
                SigningCase(
                    id: "\(name)/\(form.rawValue)", comment: nil, request: text.request(folds: folds),
                    payload: context.payload,
                    parameters: SigningParameters(
                        credentials: context.credentials, region: context.region, service: context.service,
                        time: context.time, options: options),
                    expected: SigningCase.Stages(
                        canonicalRequest: canonicalRequest,
                        stringToSign: try file(form.file("string-to-sign")).bytes.withoutFinalLineEnds,
                        signature: String(
                            decoding: try file(form.file("signature")).bytes.withoutFinalLineEnds, as: UTF8.self),
                        outcome: .signedRequest(
                            try SuiteRequestText(file(form.file("signed-request"))).request(folds: folds)))))
        }
    }
}
