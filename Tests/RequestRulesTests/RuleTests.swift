import Catalog
import JSONText
import RequestRules
import Testing

/// Each rule with a request that breaks it, and with the smallest change of that request that does not.
@Suite("The rules of requests")
struct RuleTests {
    @Test("every rule has a row, and every row a rule")
    func rows() {
        #expect(RequestRule.all.map(\.name).sorted() == RuleRow.all.map(\.rule).sorted())
    }

    @Test(arguments: RuleRow.all)
    func `a request that breaks a rule, and its neighbour that breaks none`(row: RuleRow) throws {
        let rule = try #require(RequestRule.all.first { $0.name == row.rule })
        #expect(rule.holds(for: row.model, row.delivery))
        let broken = try row.outline(row.broken)
        let breaches = rule.breaches(broken, row.model.limits)
        #expect(!breaches.isEmpty)
        for breach in breaches {
            #expect(breach.expected != breach.found)
            #expect(!breach.text.isEmpty)
        }
        // The neighbour breaks no rule at all, and the shape of both is right: nothing else tells them apart.
        let right = try row.outline(row.right)
        for other in RequestRule.all where other.holds(for: row.model, row.delivery) {
            #expect(other.breaches(right, row.model.limits).isEmpty, "\(other.name)")
        }
        for body in [broken.body, right.body] {
            #expect(ShapeCheck.violations(in: .object(body), of: "Converse") == [])
        }
    }

    @Test(arguments: RuleRow.all)
    func `what must hold is refused, and what should hold is let pass`(row: RuleRow) throws {
        let rule = try #require(RequestRule.all.first { $0.name == row.rule })
        let broken = try row.outline(row.broken)
        let refusal = RequestRule.refusal(of: broken) ?? RequestRule.refusal(of: broken, by: row.model)
        if rule.level == .must {
            #expect(refusal != nil)
        } else {
            #expect(refusal == nil)
        }
        let right = try row.outline(row.right)
        #expect(RequestRule.refusal(of: right) == nil)
        #expect(RequestRule.refusal(of: right, by: row.model) == nil)
    }

    @Test("rules say what they are: a name of their own, words, and a source")
    func declarations() {
        #expect(Set(RequestRule.all.map(\.name)).count == RequestRule.all.count)
        for rule in RequestRule.all {
            #expect(rule.source.page.hasPrefix("https://"), "\(rule.name)")
            #expect(!rule.title.hasSuffix("."), "\(rule.name)")
            #expect(rule.remedy.hasSuffix(".") || rule.remedy.hasSuffix("taken."), "\(rule.name)")
        }
    }

    @Test("what is not known of a model breaks no rule")
    func unknownModel() {
        for rule in RequestRule.all {
            if case .models = rule.scope { #expect(!rule.holds(for: RuleRow.Model(), .whole), "\(rule.name)") }
        }
    }

    @Test("a tool of the service answers in its own turn")
    func serverTools() throws {
        let row = RuleRow(
            "tool-calls-answered", "{}",
            right: RuleRow.turns(
                RuleRow.text, RuleRow.call("a", "{}", #","type":"server_tool_use""#), RuleRow.text))
        #expect(RequestRule.refusal(of: try row.outline(row.right)) == nil)
    }

    @Test(arguments: [
        "{}", #"{"messages":7}"#,
        #"{"messages":[7,{"content":{}},{"content":[7,{"toolUse":7,"toolResult":[],"image":1}]}]}"#,
        #"{"toolConfig":[],"system":{},"inferenceConfig":1,"additionalModelRequestFields":{"thinking":1}}"#,
        #"{"toolConfig":{"tools":[1,{"toolSpec":2},{"toolSpec":{"inputSchema":3}}],"toolChoice":{"tool":[]}}}"#,
    ])
    func `values of other types break nothing down`(body: String) throws {
        let outline = RequestOutline(try #require(try JSONValue(parsing: body).objectValue))
        for rule in RequestRule.all { _ = rule.breaches(outline, ModelLimits(outputTokens: 1, cacheTokens: 1)) }
    }
}
