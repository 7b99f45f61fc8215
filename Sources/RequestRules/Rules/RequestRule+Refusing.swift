extension RequestRule {
    /// The first rule that the service refuses a request for, whatever the model, and the place that breaks it.
    package static func refusal(of outline: RequestOutline) -> (rule: RequestRule, breach: Breach)? {
        for (index, breaches) in breachesOfEveryModel.enumerated() {
            if let breach = breaches(outline, .unknown).first { return (ofEveryModel[index], breach) }
        }
        return nil
    }

    /// The first rule that a model refuses a request for, and the place that breaks it.
    package static func refusal(
        of outline: RequestOutline, by model: some ModelAbilities
    ) -> (rule: RequestRule, breach: Breach)? {
        let limits = model.limits
        for (index, breaches) in breachesOfSomeModels.enumerated() {
            // The places first: most requests break no rule, and then nothing is asked of the model.
            if let breach = breaches(outline, limits).first,
                ofSomeModels[index].holds(for: model, outline.delivery)
            {
                return (ofSomeModels[index], breach)
            }
        }
        return nil
    }

    // A rule is many words: to go over the rules for each request copied them all.
    private static let breachesOfEveryModel = ofEveryModel.map(\.breaches)
    private static let breachesOfSomeModels = ofSomeModels.map(\.breaches)
}
