extension RequestRule {
    /// The first rule that the service refuses a request for, whatever the model, and the place that breaks it.
    package static func refusal(of outline: RequestOutline) -> (rule: RequestRule, breach: Breach)? {
        for (isThere, rules) in breachesOfEveryModel where isThere(outline) {
            for (index, breaches) in rules {
                if let breach = breaches(outline, .unknown).first { return (ofEveryModel[index], breach) }
            }
        }
        return nil
    }

    /// The first rule that a model refuses a request for, and the place that breaks it.
    package static func refusal(
        of outline: RequestOutline, by model: some ModelAbilities
    ) -> (rule: RequestRule, breach: Breach)? {
        let limits = model.limits
        for (isThere, rules) in breachesOfSomeModels where isThere(outline) {
            for (index, breaches) in rules {
                // The places first: most requests break no rule, and then nothing is asked of the model.
                if let breach = breaches(outline, limits).first,
                    ofSomeModels[index].holds(for: model, outline.delivery)
                {
                    return (ofSomeModels[index], breach)
                }
            }
        }
        return nil
    }

    // A rule is many words: to go over the rules for each request copied them all.
    private static let breachesOfEveryModel = breaches(of: ofEveryModel)
    private static let breachesOfSomeModels = breaches(of: ofSomeModels)

    private typealias Breaches = @Sendable (RequestOutline, ModelLimits) -> [Breach]
    private typealias Subject = (
        isThere: @Sendable (RequestOutline) -> Bool, rules: [(index: Int, breaches: Breaches)]
    )

    /// What finds the breaches of some of all rules, by subject, each with its place among them.
    private static func breaches(of some: [RequestRule]) -> [Subject] {
        subjects.map { subject in
            (
                subject.isThere,
                some.enumerated().filter { rule in subject.rules.contains { $0.name == rule.element.name } }
                    .map { ($0.offset, $0.element.breaches) }
            )
        }
    }
}
