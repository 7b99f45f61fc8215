import Codes
import Report
import Testing

@testable import doctor

/// The table of `models`, as small reports lay it out.
struct TextMatrixTests {
    private func cell(
        _ model: String, _ region: String, _ verdict: ModelVerdict, _ status: Status = .pass, profile: String? = nil,
        successor: String? = nil, suggestion: String? = nil
    ) -> ModelCell {
        ModelCell(
            region: region, model: model, status: status, verdict: verdict, profile: profile, successor: successor,
            suggestion: suggestion)
    }

    private func text(_ cells: [ModelCell], width: Int = 80, verbosity: Int = 0) -> String {
        TextMatrix(cells: cells, style: TextStyle(colored: false, width: width), verbosity: verbosity).lines()
            .joined(separator: "\n")
    }

    private var few: [ModelCell] {
        [
            cell("amazon.nova-micro-v1:0", "us-east-1", .accessible),
            cell("amazon.nova-micro-v1:0", "eu-west-1", .accessible),
            cell(
                "anthropic.claude-sonnet-4-6", "us-east-1", .accessibleViaProfile,
                profile: "us.anthropic.claude-sonnet-4-6"),
            cell(
                "anthropic.claude-sonnet-4-6", "eu-west-1", .accessibleViaProfile,
                profile: "eu.anthropic.claude-sonnet-4-6"),
            cell("old.model", "us-east-1", .retired, .warn, successor: "new.model"),
            cell("old.model", "eu-west-1", .notInRegion, .skip),
        ]
    }

    @Test func `the profile and the successor stand there without being asked for`() {
        #expect(
            text(few) == """
                models
                             A   B        C
                  us-east-1  ok  profile  retired
                  eu-west-1  ok  profile  -

                  A  amazon.nova-micro-v1:0
                  B  anthropic.claude-sonnet-4-6
                     profile us.anthropic.claude-sonnet-4-6 in us-east-1
                     profile eu.anthropic.claude-sonnet-4-6 in eu-west-1
                  C  old.model
                     retired in us-east-1; successor: new.model
                  -  the region does not offer the model

                  1 warning is not explained here; -v shows what the service said and what to
                  do.
                """)
    }

    @Test func `each of several accounts has a part of its own, and one that is refused has one entry`() {
        var cells: [ModelCell] = []
        for account in ["billing", "research"] {
            cells += few.prefix(2).map { cell in
                var cell = cell
                cell.account = account
                return cell
            }
        }
        for region in ["us-east-1", "eu-west-1"] {
            var refused = cell("amazon.nova-micro-v1:0", region, .credentialFault, .fail)
            refused.account = "closed"
            refused.code = .tokenExpired
            refused.message = "It has expired."
            refused.remedies = [Remedy("Renew it.")]
            cells.append(refused)
        }
        #expect(
            text(cells) == """
                models of billing
                             A
                  us-east-1  ok
                  eu-west-1  ok

                  A  amazon.nova-micro-v1:0

                models of research
                             A
                  us-east-1  ok
                  eu-west-1  ok

                  A  amazon.nova-micro-v1:0

                models of closed
                  FAIL  all 2  credential-fault
                        It has expired.
                        > Renew it.
                """)
    }

    @Test func `models that do not fit beside each other stand below each other`() {
        let lines = text(few, width: 40).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines.prefix(8) == [
                "models", "             A   B        C", "  us-east-1  ok  profile  retired",
                "  eu-west-1  ok  profile  -", "",
                "  A  amazon.nova-micro-v1:0", "  B  anthropic.claude-sonnet-4-6", "     profile",
            ])
        let wider = ["a", "b", "c", "d"].flatMap { model in
            ["us-east-1", "us-west-2"].map { cell(model, $0, .inconclusive, .unknown) }
        }
        let heads = text(wider, width: 40).split(separator: "\n").filter { $0.hasPrefix("             ") }
        #expect(heads == ["             A             B", "             C             D"])
    }

    @Test func `many regions with the same verdicts share a row, and -v parts them`() {
        let regions = (1...20).map { "region-\($0)" }
        let cells =
            regions.enumerated().map { index, region in
                cell("a.model", region, index == 3 ? .denied : .accessible, index == 3 ? .fail : .pass)
            } + regions.map { cell("b.model", $0, .retired, .warn, successor: "c.model") }
        let whole = text(cells)
        #expect(whole.contains("  region-4        denied  retired\n  19 others       ok      retired\n"))
        #expect(whole.contains("     retired; successor: c.model\n"))
        #expect(whole.contains("-v shows a row for each region."))
        let verbose = text(cells, verbosity: 1)
        for region in regions { #expect(verbose.contains("\n  \(region) ")) }
        #expect(!verbose.contains("-v"))
    }

    @Test func `a second large group has a mark, and its regions under the table`() {
        let cells = (1...20).map {
            cell("a.model", "region-\($0)", $0 <= 5 ? .accessible : .throttled, $0 <= 5 ? .pass : .warn)
        }
        #expect(
            text(cells).contains(
                """
                  5 regions [1]   ok
                  15 others       throttled
                  [1] region-1, region-2, region-3, region-4, region-5
                """))
    }

    @Test func `in one region the ids that help come below where they do not fit`() {
        let cells = [
            cell("amazon.nova-micro-v1:0", "us-east-1", .accessible),
            cell(
                "anthropic.claude-3-5-haiku-20241022-v1:0", "us-east-1", .retired, .warn,
                successor: "anthropic.claude-haiku-4-5-20251001-v1:0"),
        ]
        #expect(
            text(cells) == """
                models
                  ok    amazon.nova-micro-v1:0                    accessible
                  warn  anthropic.claude-3-5-haiku-20241022-v1:0  retired
                        successor: anthropic.claude-haiku-4-5-20251001-v1:0
                """)
        #expect(
            text(cells, width: 40) == """
                models
                  ok    amazon.nova-micro-v1:0
                        accessible
                  warn  anthropic.claude-3-5-haiku-20241022-v1:0
                        retired
                        successor: anthropic.claude-haiku-4-5-20251001-v1:0
                """)
        #expect(text(cells, width: 200).contains("v1:0  retired  successor: anthropic.claude-haiku-4-5-20251001-v1:0"))
    }

    /// Seven models in thirty-four regions, every verdict among them, at every width.
    @Test(arguments: [40, 60, 80, 120, 200], [0, 1])
    func `a large table keeps to its width`(width: Int, verbosity: Int) {
        let verdicts: [(ModelVerdict, Status)] = [
            (.accessible, .pass), (.accessibleViaProfile, .pass), (.throttled, .warn), (.noAccess, .fail),
            (.denied, .fail), (.notInRegion, .skip), (.unknownModel, .warn), (.retired, .warn),
            (.unreachable, .unknown),
        ]
        let cells = (0..<7).flatMap { model in
            (0..<34).map { region in
                let (verdict, status) = verdicts[(model * 3 + region * region) % verdicts.count]
                return cell(
                    "vendor.model-\(model)-v1:0", "xx-region-\(region)", verdict, status, profile: "xx.model-\(model)",
                    successor: "vendor.successor-\(model)", suggestion: "vendor.suggestion-\(model)")
            }
        }
        let lines = text(cells, width: width, verbosity: verbosity).split(separator: "\n")
        #expect(lines.filter { $0.columns > width } == [])
        let table = lines.filter { $0.hasPrefix("  xx-region-") || $0.contains(" others ") }
        for word in table.flatMap({ $0.split(separator: " ").dropFirst() }) {
            #expect(
                ["ok", "profile", "-", "unknown", "others"].contains(word)
                    || ModelVerdict(rawValue: String(word)) != nil)
        }
    }
}
