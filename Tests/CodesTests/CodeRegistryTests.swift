import Codes
import FoundationEssentials
import Testing

@Suite("The registry of codes")
struct CodeRegistryTests {
    @Test("a code that is declared is in the registry")
    func everyDeclarationIsListed() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Codes")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        var declared: [String] = []
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            declared += text.matches(of: /FindingCode\(\s*(?:signature: )?"([a-z0-9-]+)"/).map { String($0.output.1) }
        }
        #expect(declared.sorted() == CodeRegistry.all.map(\.spelling).sorted())
    }

    @Test("codes are unique")
    func codesAreUnique() {
        let counts = Dictionary(CodeRegistry.all.map { ($0.spelling, 1) }, uniquingKeysWith: +)
        #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
    }

    @Test("codes are kebab-case", arguments: CodeRegistry.all)
    func codesAreKebabCase(code: FindingCode) {
        let words = code.spelling.split(separator: "-", omittingEmptySubsequences: false)
        #expect(
            words.allSatisfy { word in
                !word.isEmpty && word.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
            }, "\(code)")
    }

    @Test("every page says all that a page says", arguments: CodeRegistry.all)
    func pagesAreWhole(code: FindingCode) {
        #expect(!code.title.hasSuffix("."))
        for part in [("Title", code.title)] + code.page.parts {
            // A word such as "Nothing." says nothing.
            let least = part.0 == "Source" ? 4 : 14
            #expect(part.1.count >= least, "\(code): \(part.0): \(part.1)")
            #expect(part.1.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "\(code)")
        }
    }

    @Test("no part of a page repeats another", arguments: CodeRegistry.all)
    func partsDiffer(code: FindingCode) {
        #expect(Set(code.page.parts.map(\.text)).count == code.page.parts.count, "\(code)")
    }

    @Test("a code is found by its spelling")
    func lookup() {
        for code in CodeRegistry.all { #expect(CodeRegistry.code(spelled: code.spelling) == code) }
        #expect(CodeRegistry.code(spelled: "no-such-code") == nil)
        #expect(CodeRegistry.code(spelled: "") == nil)
    }

    @Test("every group has codes, and every cause of a wrong signature says how far it can be proven")
    func groups() {
        for group in CodeGroup.allCases { #expect(!CodeRegistry.codes(in: group).isEmpty, "\(group)") }
        #expect(CodeRegistry.all.allSatisfy { ($0.proof != nil) == ($0.group == .signature) })
    }
}
