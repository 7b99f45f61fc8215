import Testing

@testable import Report

@Suite("The registry of codes")
struct CodeRegistryTests {
    @Test("every code stands once")
    func codesAreUnique() {
        let counts = Dictionary(CodeRegistry.all.map { ($0.code, 1) }, uniquingKeysWith: +)
        #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
    }

    @Test("codes are kebab-case", arguments: CodeRegistry.all)
    func codesAreKebabCase(page: CodePage) {
        let words = page.code.split(separator: "-", omittingEmptySubsequences: false)
        #expect(
            words.allSatisfy { word in
                !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
            }, "\(page.code)")
    }

    @Test("every page says all that a page says", arguments: CodeRegistry.all)
    func pagesAreWhole(page: CodePage) {
        #expect(!page.title.isEmpty && !page.title.hasSuffix("."))
        for part in page.parts {
            // A word such as "Nothing." tells nobody anything.
            let least = part.heading == "Source" ? 4 : 14
            #expect(part.text.count >= least, "\(page.code): \(part.heading): \(part.text)")
            #expect(part.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "\(page.code)")
        }
    }

    @Test("no part of a page repeats another", arguments: CodeRegistry.all)
    func partsDiffer(page: CodePage) {
        #expect(Set(page.parts.map(\.text)).count == page.parts.count, "\(page.code)")
    }

    @Test("a page is found by its code, and by nothing else")
    func lookup() throws {
        for page in CodeRegistry.all { #expect(CodeRegistry.page(page.code) == page) }
        #expect(CodeRegistry.page("no-such-code") == nil)
        #expect(CodeRegistry.page("") == nil)
    }

    @Test(
        "a mistyped code leads to its page",
        arguments: [
            ("clock-behnid", "clock-behind"), ("region-mispelt", "region-misspelt"),
            ("Credentials-Expired", "credentials-expired"), ("config-malfromed", "config-malformed"),
        ])
    func nearest(typed: String, meant: String) {
        #expect(CodeRegistry.nearest(to: typed)?.code == meant)
    }

    @Test(
        "what is near to nothing leads nowhere", arguments: ["", "zzzz", String(repeating: "region-", count: 100_000)])
    func nearNothing(typed: String) {
        #expect(CodeRegistry.nearest(to: typed) == nil)
    }
}

extension CodePage: CustomTestStringConvertible {
    /// The code, so that a failing page is named.
    public var testDescription: String { code }
}
