import Codes
import Foundation
import JSONText
import Report
import SigV4
import Testing

@testable import doctor

/// The page as a browser reads it: its tags, where they lead, and that no value becomes one.
struct HTMLReportTests {
    /// Everything that could end a text, an attribute, a script, a comment or a template's tag; the last two are one
    /// character each with what makes them dangerous.
    private static let hostile =
        "</script><img src=x onerror=alert(1)>\"' onmouseover='x' --><!-- ]]> {{title}} {{{script}}} &lt; "
        + "\u{0D4E}<script>alert(2)</script> \"\u{1F3FB} onfocus=\"alert(3) "

    private func page(_ report: Report) throws -> String { try HTMLReport(report: report).rendered() }

    private func report(
        findings: [Finding] = [], models: [ModelCell] = [], cases: [CaseResult] = [], notes: [String] = []
    ) -> Report {
        Report(
            tool: .init(version: "0.0.0"), command: "check", startedAt: "2026-11-22T10:00:00Z", findings: findings,
            models: models, cases: cases, notes: notes)
    }

    private var hostileReport: Report {
        let text = Self.hostile
        let remedy = Remedy(text, command: text)
        var report = report(
            findings: [
                Finding(
                    code: .pathDouble, check: .explain, status: .fail, title: text, detail: text,
                    difference: LineDifference(
                        section: text, signed: "a" + text, expected: "b" + text, byte: 0, column: 0),
                    comparison: AccountComparison(
                        texts: [
                            .client: .init(canonicalRequest: text, stringToSign: text),
                            .service: .init(canonicalRequest: "x" + text, stringToSign: nil),
                        ],
                        differing: [.init(section: text, lines: [.client: .text(text), .service: .absent])],
                        agreement: .init(clientAndWire: nil, wireAndService: nil, clientAndService: false)),
                    evidence: [text: .string(text), "message": .string(text)], confidence: .proven, remedies: [remedy]),
                Finding(
                    code: .throttled, check: .network, status: .warn, title: text, detail: text,
                    call: CallPlace(input: text, httpStatus: 429, call: text)),
            ],
            models: [
                ModelCell(
                    region: text, model: text, status: .fail, verdict: .denied, code: .iamDenied, gate: text,
                    profile: text, successor: text, suggestion: text, httpStatus: 403, errorType: text, message: text,
                    requestId: text, latencyMs: 1.5, remedies: [remedy]),
                ModelCell(
                    region: "us-east-1", model: text, status: .pass, verdict: .accessibleViaProfile, profile: text,
                    latencyMs: 3),
            ],
            cases: [
                CaseResult(id: text, status: .fail, stage: text, message: text, durationMs: 1),
                CaseResult(id: text + "2", status: .pass, durationMs: 1),
            ], notes: [text])
        report.target = .init(endpoint: text, region: text, mock: false)
        return report
    }

    /// The tags of a page, without what stands in its style and its script.
    private func tags(_ page: String) throws -> [String] {
        var tags: [String] = []
        var rest = Substring(page)
        while let start = rest.unicodeScalars.firstIndex(of: "<") {
            let end = try #require(rest.unicodeScalars[start...].firstIndex(of: ">"))
            let tag = String(rest.unicodeScalars[start...end])
            tags.append(tag)
            rest = rest[rest.unicodeScalars.index(after: end)...]
            for name in ["style", "script"] where tag == "<\(name)>" {
                rest = rest[try #require(rest.range(of: "</\(name)>")).lowerBound...]
            }
        }
        return tags
    }

    @Test func `no value becomes a tag, an attribute or a script`() throws {
        let page = try page(hostileReport)
        let tags = try tags(page)
        let known: Set = [
            "!doctype", "html", "head", "meta", "title", "style", "body", "a", "header", "div", "h1", "h2", "h3", "h4",
            "p",
            "code", "pre", "main", "button", "input", "span", "section", "article", "dl", "dt", "dd", "details",
            "summary",
            "mark", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "svg", "rect", "strong", "footer", "kbd",
            "dialog", "script",
        ]
        // A name, then attributes that are bare or between double quotes, in which no quote can stand.
        let form = try Regex(#"<(/?)([a-z0-9!]+)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*)>"#)
        for tag in tags {
            let match = try #require(tag.wholeMatch(of: form), "\(tag)")
            #expect(known.contains(String(match.output[2].substring ?? "")), "\(tag)")
            let attributes = (match.output[3].substring ?? "").replacing(try Regex(#""[^"]*""#), with: "")
            #expect(
                attributes.split(separator: " ").allSatisfy { !$0.hasPrefix("on") && !$0.hasPrefix("style") }, "\(tag)")
        }
        #expect(tags.count { $0 == "<script>" } == 1)
        #expect(tags.count { $0 == "</script>" } == 1)
        #expect(!tags.contains { $0.hasPrefix("<img") })
        #expect(page.contains("{{title}}"), "a value is no template")
    }

    @Test func `every tag is closed, every link leads to a place that is there once`() throws {
        let tags = try tags(page(hostileReport))
        let void: Set = ["meta", "input", "!doctype"]
        var open: [Substring] = []
        for tag in tags {
            let name = tag.dropFirst().prefix { $0 != " " && $0 != ">" }
            if name.hasPrefix("/") {
                let last = open.popLast()
                #expect(last == name.dropFirst())
            } else if !void.contains(String(name)) {
                open.append(name)
            }
        }
        #expect(open.isEmpty)
        let values = { (name: String) in
            tags.compactMap {
                try? Regex(" \(name)=\"([^\"]*)\"").firstMatch(in: $0)?.output[1].substring.map(String.init)
            }
        }
        let ids = values("id")
        #expect(Set(ids).count == ids.count)
        for link in values("href") { #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst()))) }
        #expect(values("src").isEmpty)
    }

    @Test func `the policy allows the page's own style and script, by their hashes`() throws {
        let page = try page(report())
        let policy = try #require(
            page.firstMatch(of: try Regex(#"Content-Security-Policy" content="([^"]*)""#))?.output[1].substring)
        #expect(policy.hasPrefix("default-src &#39;none&#39;; ") && !policy.contains("unsafe"))
        for name in ["style", "script"] {
            let start = try #require(page.range(of: "<\(name)>"))
            let end = try #require(page.range(of: "</\(name)>"))
            let digest = SHA256Digest.hash(Array(page[start.upperBound..<end.lowerBound].utf8))
            #expect(policy.contains("\(name)-src &#39;sha256-\(Data(digest.bytes).base64EncodedString())&#39;"))
        }
    }

    @Test func `a table has every cell, with a sign of its own for each verdict`() throws {
        let verdicts = ModelVerdict.allCases
        let cells = (0..<20).flatMap { model in
            (0..<34).map { region in
                ModelCell(
                    region: "region-\(region)", model: "model-\(model)", status: .pass,
                    verdict: verdicts[(model + region) % verdicts.count], latencyMs: Double(model))
            }
        }
        let page = try page(report(models: cells))
        #expect(page.components(separatedBy: "<td class=\"cell ").count - 1 == 20 * 34)
        // What stands behind each label: `denied">D</a>`.
        let signs = page.components(separatedBy: " aria-label=\"").map { String($0.prefix { $0 != "<" }) }
            .filter { $0.contains("\">") && !$0.contains(" ") }.map { $0.components(separatedBy: "\">") }
        #expect(signs.count == 20 * 34)
        #expect(Set(signs).count == verdicts.count)
        #expect(Set(signs.map { $0[1] }).count == verdicts.count)
    }

    @Test func `cells share their details when only the region's name parts their texts`() {
        let cell = { (region: String, named: String) in
            ModelCell(
                region: region, model: "a.model", status: .warn, verdict: .retired, message: "gone from \(named)",
                requestId: region + "-request", latencyMs: 3,
                remedies: [Remedy("Move on.", command: "doctor check --region \(named)")])
        }
        let groups = CellGroup.all([
            cell("us-east-1", "us-east-1"), cell("eu-west-1", "eu-west-1"), cell("eu-west-3", "us-east-1"),
        ])
        #expect(groups.map { $0.cells.map(\.region) } == [["us-east-1", "eu-west-1"], ["eu-west-3"]])
        #expect(groups.map(\.isRegional) == [true, false])
    }

    @Test(arguments: [
        ["/a%3A0/x", "/a%253A0/x"], ["same", "same"], ["", "abc"], ["aa", "aaa"], ["abc"], ["ab", "ba", "aba"],
    ])
    func `the parts of a text are the text`(texts: [String]) {
        #expect(DifferingPart.of(texts).compactMap(\.self).map { $0.before + $0.changed + $0.after } == texts)
    }

    @Test func `the differing part is as short as it can be, and an absent text has none`() {
        #expect(
            DifferingPart.of(["/a%3A0/x", "/a%253A0/x", nil]) == [
                DifferingPart(before: "/a%", changed: "", after: "3A0/x"),
                DifferingPart(before: "/a%", changed: "25", after: "3A0/x"), nil,
            ])
        #expect(
            DifferingPart.of(["aXc", "aYc", "aXc"]).compactMap { $0?.changed } == ["X", "Y", "X"])
        #expect(DifferingPart.of(["aa", "aaa"]).compactMap { $0?.changed } == ["", "a"])
    }

    @Test func `a quote behind which a modifier stands is escaped all the same`() {
        #expect(MustacheLibrary.escaped("\"\u{1F3FB}") == "&quot;\u{1F3FB}")
        #expect(MustacheLibrary.escaped("\u{0D4E}<") == "\u{0D4E}&lt;")
        #expect(MustacheLibrary.escaped("<>&\"'é日") == "&lt;&gt;&amp;&quot;&#39;é日")
    }
}
