import Codes
import Report

extension [Finding] {
    /// The findings with an advice said once: a later failure of the same input, of which the same is to be done, refers to the earlier one.
    ///
    /// A chain of credentials fails at one link, and says so in several sentences.
    func withoutRepeatedAdvice() -> [Finding] {
        var said: [(key: String, finding: Finding)] = []
        return map { finding in
            var finding = finding
            func before(_ remedy: Remedy) -> Finding? {
                said.first { $0.key == Self.key(remedy) && $0.finding.call != finding.call }?.finding
            }
            let repeated = finding.remedies.compactMap(before)
            let fresh = finding.remedies.filter { before($0) == nil }
            said += fresh.map { (Self.key($0), finding) }
            // One that leads is the advice; what follows it alone would mislead.
            guard Self.isOfCredentials(finding), let first = finding.remedies.first, let leader = before(first),
                Self.isOfCredentials(leader), let other = repeated.first
            else { return finding }
            let reference = Remedy(
                "Do what is said of \(leader.code.spelling) (\(other.call?.position ?? "above")): the same step mends both."
            )
            finding.remedies = [reference] + fresh
            return finding
        }
    }

    /// Other failures name things of their own, such as the model, though their advice reads alike.
    private static func isOfCredentials(_ finding: Finding) -> Bool {
        CauseFamily(finding.code).map { [.missing, .expired, .keys, .bearer].contains($0) } ?? false
    }

    private static func key(_ remedy: Remedy) -> String { remedy.text + "\n" + (remedy.command ?? "") }
}
