import Codes
import Diagnosis
import Evidence
import RequestRules
import Testing

/// A finding before the call and the explanation after it name the same cause.
@Suite("The codes of the rules")
struct RuleCodeTests {
    @Test(arguments: RuleRow.all)
    func `what the service says of a broken rule is explained with the rule's code`(row: RuleRow) throws {
        let rule = try #require(RequestRule.all.first { $0.name == row.rule })
        // Words that are ours are said by nobody.
        guard case .observed = rule.source else { return }
        let breach = try #require(rule.breaches(try row.outline(row.broken), row.model.limits).first)
        let diagnosis = ErrorDiagnosis(ServiceAnswer(content: .message(breach.text)))
        #expect(diagnosis.code == rule.code, "\(breach.text)")
    }
}
