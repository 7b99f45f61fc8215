extension RequestRule {
    /// The first rule that the service refuses a request for, whatever the model, and the place that breaks it.
    package static func refusal(of outline: RequestOutline) -> (rule: RequestRule, breach: Breach)? {
        for rule in ofEveryModel {
            if let breach = rule.breaches(outline, .unknown).first { return (rule, breach) }
        }
        return nil
    }

    /// The first rule that a model refuses a request for, and the place that breaks it.
    package static func refusal(
        of outline: RequestOutline, by model: some ModelAbilities
    ) -> (rule: RequestRule, breach: Breach)? {
        let limits = model.limits
        for rule in ofSomeModels where rule.holds(for: model, outline.delivery) {
            if let breach = rule.breaches(outline, limits).first { return (rule, breach) }
        }
        return nil
    }
}
