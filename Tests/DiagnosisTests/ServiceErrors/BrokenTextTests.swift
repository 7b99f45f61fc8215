import Codes
import JSONText
import Report
import Testing

@testable import Catalog
@testable import Diagnosis
@testable import Evidence

/// Messages that were broken or cut on their way: what is shown of them is whole, or is not shown.
@Suite struct BrokenTextTests {
    private static let denials = [
        """
        An error occurred (AccessDeniedException) when calling the Converse operation: User: \
        arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/jane.doe@example.com is not \
        authorized to perform: bedrock:InvokeModelWithResponseStream on resource: \
        arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-20250514-v1:0 because no \
        identity-based policy allows the bedrock:InvokeModelWithResponseStream action
        """,
        """
        403 {"Message":"User: arn:aws:iam::123456789012:user/example-user is not authorized to perform: \
        bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/mistral.mistral-large-2407-v1:0 with \
        an explicit deny in a service control policy"}
        """,
        """
        User: arn:aws:iam::123456789012:role/service-role/my-lambda-role-with-a-long-name is not authorized to perform: \
        bedrock:InvokeModel on resource: \
        arn:aws:bedrock:us-west-2:123456789012:application-inference-profile/a1b2c3d4e5f6 because no permissions boundary \
        allows the bedrock:InvokeModel action
        """,
    ]

    private func findings(_ text: String) throws -> [Finding] {
        Explanation(try ReadInput(Array(text.utf8), name: "x"), context: ExplainContext()).findings
    }

    private func arns(_ text: String) -> [String] {
        ResourceName.all(in: text).map { $0.text.trimmingQuotes }
    }

    /// Everything that a report shows of a failure.
    private func shown(_ findings: [Finding]) -> String {
        findings.map { finding in
            let evidence = finding.evidence.filter { $0.name != "message" }.map { $0.value.text(.compact) }
            return ([finding.detail] + finding.remedies.flatMap { [$0.text, $0.command ?? ""] } + evidence)
                .joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// Whether every name that is shown is one of the text, or is made of one that is.
    private func hasPieces(_ shown: String, of text: String) -> [String] {
        let whole = Set(arns(text))
        let ids = whole.compactMap {
            ResourceName($0)?.resource.split(separator: "/").dropFirst().joined(separator: "/")
        }
        return arns(shown).filter { name in
            guard !whole.contains(name), let resource = ResourceName(name)?.resource else { return false }
            // The model behind a profile, the role behind a session.
            let id = resource.split(separator: "/").dropFirst().joined(separator: "/")
            return id != "*" && !ids.contains { $0 == id || $0.hasSuffix("." + id) || $0.hasPrefix(id + "/") }
        }
    }

    private static func hard(_ text: String, _ width: Int) -> String {
        var lines: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            lines.append(String(rest.prefix(width)))
            rest = rest.dropFirst(width)
        }
        return lines.joined(separator: "\n")
    }

    /// At blanks, and at hyphens as mail programs and Python's textwrap do; a word longer than the line is broken.
    private static func soft(_ text: String, _ width: Int) -> String {
        var lines = [""]
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            var pieces: [Substring] = []
            var rest = word
            while let hyphen = rest.dropFirst().firstIndex(of: "-"), hyphen != rest.index(before: rest.endIndex) {
                pieces.append(rest[...hyphen])
                rest = rest[rest.index(after: hyphen)...]
            }
            pieces.append(rest)
            for (index, piece) in pieces.enumerated() {
                var piece = piece
                let blank = index == 0 && !(lines.last ?? "").isEmpty ? " " : ""
                if (lines.last ?? "").count + blank.count + piece.count <= width {
                    lines[lines.count - 1] += blank + piece
                    continue
                }
                lines.append("")
                while piece.count > width {
                    lines[lines.count - 1] = String(piece.prefix(width))
                    lines.append("")
                    piece = piece.dropFirst(width)
                }
                lines[lines.count - 1] += piece
            }
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    @Test(arguments: denials)
    func `a denial in lines shows whole names or none`(text: String) throws {
        let whole = try findings(text)
        var rejoined = 0
        var tried = 0
        for width in stride(from: 48, through: 140, by: 4) {
            for broken in [Self.hard(text, width), Self.soft(text, width)] {
                for prefix in width.isMultiple(of: 8) ? [""] : ["> ", "| "] {
                    let lines = broken.split(separator: "\n").map { prefix + $0 }.joined(separator: "\n")
                    let found = try findings(lines)
                    let pieces = hasPieces(shown(found), of: text)
                    #expect(pieces.isEmpty, "\(pieces) of width \(width):\n\(lines)")
                    tried += 1
                    if found.first?.evidence["resource"] == whole.first?.evidence["resource"],
                        found.first?.code == whole.first?.code
                    {
                        rejoined += 1
                    }
                }
            }
        }
        #expect(rejoined * 10 >= tried * 9, "\(rejoined) of \(tried)")
    }

    @Test(arguments: denials)
    func `a denial that ends before its resource is whole gives no policy, and is not sure`(text: String) throws {
        let action = try #require(text.firstRange(of: "perform: "))
        let resource = try #require(text.ranges(of: "arn:aws:bedrock").first)
        let first = text.distance(from: text.startIndex, to: action.upperBound) + 10
        let last = text.distance(from: text.startIndex, to: resource.upperBound) + 20
        for length in first...last {
            let cut = String(text.prefix(length))
            let found = try findings(cut)
            let remedies = found.flatMap(\.remedies).flatMap { [$0.text, $0.command ?? ""] }
            #expect(!remedies.contains { $0.contains("\"Action\"") || $0.contains("--action-names") }, "\(cut)")
            #expect(!found.flatMap(\.rows).contains { $0.name == "model" }, "\(cut)")
            #expect(found.allSatisfy { ($0.confidence ?? .possible) < .certain }, "\(cut)")
        }
    }

    @Test(arguments: denials)
    func `a denial that is cut anywhere shows whole names or none, and is less sure`(text: String) throws {
        for length in stride(from: 60, to: text.count - 1, by: 5) {
            let marks = ["...", "\u{2026}", " [truncated]", "... (120 more characters)"]
            for mark in [marks[length / 5 % marks.count]] {
                let cut = String(text.prefix(length)) + mark
                let found = try findings(cut)
                let pieces = hasPieces(shown(found), of: text)
                #expect(pieces.isEmpty, "\(pieces):\n\(cut)")
                let first = try #require(found.first)
                if let confidence = first.confidence { #expect(confidence < .certain, "\(cut)") }
            }
            // Without a mark, what stands at the end may be a piece.
            let bare = try findings(String(text.prefix(length)))
            let pieces = hasPieces(shown(bare), of: text)
            #expect(pieces.isEmpty, "\(pieces):\n\(text.prefix(length))")
        }
    }

    @Test func `a text that its client cut is said to be cut`() throws {
        let body =
            #"{"Message":"User: arn:aws:sts::123456789012:assumed-role/build/i-0123456789abcdef0 is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0 because"#
        let text = "Bedrock API error (403 Forbidden): \(body.prefix(200))..."
        let found = try #require(try findings(text).first)
        #expect(found.code == .iamDenied)
        #expect(found.detail.contains("PRX shows 200 characters"))
        #expect(found.evidence["cut"]?.stringValue?.hasPrefix("after ") == true)
        #expect(!found.remedies.contains { $0.text.contains("Version") })
    }

    @Test(arguments: [
        "Retrying in 5 seconds...", "Waiting for the model to load, please wait...",
        "ThrottlingException: Too many requests, please wait before trying again.",
        #"{"message":"The security token included in the request is expired"}"#,
    ])
    func `dots and ends that cut nothing are not taken for cuts`(text: String) {
        #expect(CutText(text) == nil)
    }

    @Test(arguments: [
        "model: anthropic.claude-3-5-sonnet-20241022-v2:0\nregion: us-east-1\nstatus: 403 access denied",
        "Error calling amazon.nova-micro-v1:0 in this environment today\nrequests are refused with 429",
        "User: arn:aws:iam::123456789012:role/HR is not authorized to perform: codecommit:ListRepositories\nbecause no identity-based policy allows the codecommit:ListRepositories action",
    ])
    func `lines of their own stay lines`(text: String) {
        let lines = LineBreaks(text)
        #expect(lines.text == text)
        #expect(!lines.hasPieces)
    }
}

extension String {
    fileprivate var trimmingQuotes: String { String(trimmed(of: "\"'.,;:)]}")) }
}
