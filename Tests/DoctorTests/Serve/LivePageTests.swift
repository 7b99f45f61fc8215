import Foundation
import SigV4
import Testing

@testable import doctor

/// What of the live page can be judged without a browser; `Tests/RealClients/test_live_page.py` looks at it in one.
struct LivePageTests {
    private func between(_ start: String, _ end: String, in text: String) throws -> String {
        let begin = try #require(text.range(of: start))
        return String(
            text[
                begin
                    .upperBound..<(try #require(text.range(of: end, range: begin.upperBound..<text.endIndex)))
                    .lowerBound])
    }

    /// The page less what stands in its style and its script.
    private func markup() throws -> String {
        let page = LivePage.html
        return page.replacingOccurrences(of: try between("<style>", "</style>", in: page), with: "")
            .replacingOccurrences(of: try between("<script>", "</script>", in: page), with: "")
    }

    @Test func `the policy allows the page's own style and script, by their hashes, and nothing else`() throws {
        let policy = LivePage.policy
        for name in ["style", "script"] {
            let text = try between("<\(name)>", "</\(name)>", in: LivePage.html)
            #expect(text.count > 1000)
            let hash = Data(SHA256Digest.hash(Array(text.utf8)).bytes).base64EncodedString()
            #expect(policy.contains("\(name)-src 'sha256-\(hash)';"))
            #expect(LivePage.html.components(separatedBy: "<\(name)").count == 2)
        }
        #expect(policy.hasPrefix("default-src 'none';") && !policy.contains("unsafe"))
    }

    @Test func `nothing comes from elsewhere, and no attribute is style or script`() throws {
        let markup = try markup()
        let attributes = markup.matches(of: try Regex(#" ([a-z-]+)="([^"]*)""#))
        #expect(attributes.count > 50)
        for attribute in attributes {
            let name = try #require(attribute.output[1].substring)
            #expect(
                !name.hasPrefix("on") && !["style", "src", "srcset", "action", "formaction"].contains(name), "\(name)")
            if name == "href" { #expect(attribute.output[2].substring?.hasPrefix("#") == true) }
        }
        #expect(!markup.contains("http"))
    }

    @Test func `the script makes no markup of text`() {
        for way in [
            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "DOMParser",
            "srcdoc",
            "createContextualFragment", "setHTML", "javascript:", "import(",
        ] {
            #expect(!LivePageScript.text.contains(way), "\(way)")
        }
    }

    @Test func `whatever is pointed at by its id is there once`() throws {
        let markup = try markup()
        let ids = markup.matches(of: try Regex(#" id="([^"]*)""#)).compactMap {
            $0.output[1].substring.map(String.init)
        }
        #expect(Set(ids).count == ids.count)
        let pointers = markup.matches(
            of: try Regex(#" (?:for|href|aria-controls|aria-labelledby|aria-describedby)="([^"]*)""#)
        )
        .flatMap { ($0.output[1].substring ?? "").split(separator: " ") }
        let sought = LivePageScript.text.matches(of: try Regex(##"one\("#([a-z-]+)[" ]"##)).compactMap {
            $0.output[1].substring
        }
        #expect(pointers.count > 10 && sought.count > 20)
        for id in pointers + sought {
            #expect(ids.contains(id.hasPrefix("#") ? String(id.dropFirst()) : String(id)), "\(id)")
        }
    }

    /// WCAG 2.2, 1.4.3: 4.5 to 1 for text, in both schemes.
    @Test func `every pair of ink and ground can be read`() throws {
        let schemes = LivePageStyle.text.matches(of: try Regex(#":root \{([^}]*)\}"#)).compactMap {
            $0.output[1].substring
        }
        #expect(schemes.count == 2)
        for scheme in schemes {
            var colors: [String: Double] = [:]
            for match in scheme.matches(of: try Regex("--([a-z-]+): #([0-9a-f]{6});")) {
                let name = String(try #require(match.output[1].substring))
                colors[name] = try luminance(String(try #require(match.output[2].substring)))
            }
            let plain = ["ink", "dim", "link"].flatMap { ink in ["page", "soft"].map { (ink, $0) } }
            let paired = colors.keys.filter { $0.hasPrefix("on-") }.map { ($0, String($0.dropFirst(3))) }
            #expect(paired.count >= 7)
            for (ink, ground) in plain + paired {
                let (a, b) = (try #require(colors[ink]), try #require(colors[ground]))
                #expect((max(a, b) + 0.05) / (min(a, b) + 0.05) >= 4.5, "\(ink) on \(ground)")
            }
        }
    }

    /// The relative luminance of a colour (WCAG 2.2).
    private func luminance(_ color: String) throws -> Double {
        let value = try #require(Int(color, radix: 16))
        let parts = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
