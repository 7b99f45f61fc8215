import Evidence
import Report

extension FailedCall {
    /// A large upload, whose signature is looked at when its body has come: small ones get through, so that no clock is wrong.
    ///
    /// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html>.
    var slowUpload: Remedy? {
        let around = shown.prefix(32_768).lowercased()
        func says(_ marks: String...) -> Bool { marks.contains(where: around.contains) }
        guard details.times?.skewSeconds.map({ $0 < 0 }) ?? true, says("upload", "putobject", "multipart"),
            says(
                "large file", "big file", "large upload", "larger file", "bigger file", "large object", "huge file",
                " gb file", " mb file"),
            Self.areSmallOnesTaken(around)
        else { return nil }
        return Remedy(
            """
            Upload in parts (multipart, a few MB each), each of which is signed when it is sent: one request is signed before its body, and S3 looks at the time when it has come, so a body that takes more than 15 minutes is too old though the clock is right; small files \
            show that it is. Use the SDK's transfer manager with fewer parts at once on a slow line, let every retry sign anew, and update an old SDK.
            """
        ).about(.instruction)
    }

    /// Whether a clause says of small files that they get through, and none that they fail.
    private static func areSmallOnesTaken(_ text: String) -> Bool {
        let clauses = text.split { $0.isNewline || ".,;".contains($0) }.filter { $0.contains("small") }.prefix(16)
        let outcomes = clauses.flatMap { ToldOutcome.all(in: $0).map(\.outcome) }
        return !outcomes.isEmpty && outcomes.allSatisfy { $0 == .works }
    }
}
