extension RequestRule {
    /// The first rule that the service refuses a request for, whatever the model, and the place that breaks it.
    package static func refusal(of outline: RequestOutline) -> (rule: RequestRule, breach: Breach)? {
        guard let (index, breach) = first(of: findersOfEveryModel, outline, .unknown, where: { _ in true }) else {
            return nil
        }
        return (ofEveryModel[index], breach)
    }

    /// The first rule that a model refuses a request for, and the place that breaks it.
    package static func refusal(
        of outline: RequestOutline, by model: some ModelAbilities
    ) -> (rule: RequestRule, breach: Breach)? {
        let found = first(of: findersOfSomeModels, outline, model.limits) {
            ofSomeModels[$0].holds(for: model, outline.delivery)
        }
        return found.map { (ofSomeModels[$0.index], $0.breach) }
    }

    /// The first breach, with the place of its rule.
    ///
    /// - Parameter holds: Whether the rule at a place holds. The breaches come first: most requests break no rule, and
    ///   then nothing is asked of the model.
    private static func first(
        of finders: [SubjectFinder], _ outline: RequestOutline, _ limits: ModelLimits, where holds: (Int) -> Bool
    ) -> (index: Int, breach: Breach)? {
        let finders = finders.span
        for place in finders.indices where finders[place].isThere(outline) {
            let rules = finders[place].rules.span
            for place in rules.indices {
                let breaches = rules[place].breaches(outline, limits)
                if let breach = breaches.first, holds(rules[place].index) { return (rules[place].index, breach) }
            }
        }
        return nil
    }

    private static let findersOfEveryModel = finders(of: ofEveryModel)
    private static let findersOfSomeModels = finders(of: ofSomeModels)

    /// What finds the breaches of one of some rules, and its place among them.
    ///
    /// A rule is many words: to go over the rules for each request copied them all. And it is no tuple: a list of tuples
    /// keeps closures in a general form, for which each call copies the whole outline.
    private struct Finder {
        let index: Int
        let breaches: @Sendable (RequestOutline, ModelLimits) -> [Breach]
    }

    private struct SubjectFinder {
        let isThere: @Sendable (RequestOutline) -> Bool
        let rules: [Finder]
    }

    /// What finds the breaches of some of all rules, by subject.
    private static func finders(of some: [RequestRule]) -> [SubjectFinder] {
        subjects.map { subject in
            SubjectFinder(
                isThere: subject.isThere,
                rules: some.enumerated().filter { rule in subject.rules.contains { $0.name == rule.element.name } }
                    .map { Finder(index: $0.offset, breaches: $0.element.breaches) })
        }
    }
}
