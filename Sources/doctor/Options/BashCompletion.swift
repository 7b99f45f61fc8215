/// The completions of bash, which the parser's library writes for words without colons and equals signs.
///
/// A model's id holds colons, and `--output FORM=FILE` an equals sign; readline ends a word at both (`COMP_WORDBREAKS`).
enum BashCompletion {
    /// The script with words as they are typed; any other text as it is.
    static func withWholeWords(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "#!/bin/bash", let place = lines.lastIndex(where: { $0.hasPrefix("complete ") }),
            lines[place].contains(" _doctor ")
        else { return text }
        lines[place] = "\(function)\n\(lines[place].replacing(" _doctor ", with: " _doctor_whole_words "))"
        return lines.joined(separator: "\n")
    }

    private static let function = #"""
        # The words as they were typed, which COMP_WORDBREAKS has cut at their colons and equals signs; of what is offered the
        # part before the last of them stands on the line already.
        _doctor_whole_words() {
            local line=${COMP_LINE} word
            local -a words=()
            local -i place current=0
            for place in "${!COMP_WORDS[@]}"; do
                word=${COMP_WORDS[place]}
                if [[ ${place} -gt 0 && ${place} -le ${COMP_CWORD} && ${line} != [[:space:]]* ]] \
                    && [[ ${word} = [:=]* || ${words[${#words[@]} - 1]} = *[:=] ]]; then
                    words[${#words[@]} - 1]+=${word}
                else
                    words+=("${word}")
                fi
                [[ ${place} -eq ${COMP_CWORD} ]] && current=$((${#words[@]} - 1))
                line=${line#"${line%%[![:space:]]*}"}
                line=${line#"${word}"}
            done
            local breaks='' before=''
            [[ ${COMP_WORDBREAKS} = *:* ]] && breaks+=:
            [[ ${COMP_WORDBREAKS} = *=* ]] && breaks+='='
            word=${words[current]}
            [[ -n ${breaks} ]] && before=${word%"${word##*["${breaks}"]}"}
            # The value of --option=value, and the file of --output FORM=FILE, are completed by themselves.
            local lead=''
            if [[ ${word} = --*=* ]]; then
                lead=${word%%=*}=
                words=("${words[@]:0:current}" "${word%%=*}" "${word#*=}")
                current+=1
                word=${words[current]}
            fi
            if [[ ${current} -gt 0 && ${words[current > 0 ? current - 1 : 0]} = @(-o|--output) && ${word} = +([a-z])=* ]]; then
                lead+=${word%%=*}=
                words=("${words[@]:0:current}" "${word#*=}")
            fi
            if [[ -n ${lead} ]]; then
                before=${before#"${lead}"}
                local COMP_LINE="${words[*]}"
                local -i COMP_POINT=${#COMP_LINE}
            fi
            local -a COMP_WORDS=("${words[@]}")
            local -i COMP_CWORD=${current}
            _doctor "${1}" "${words[current]}" "${words[current > 0 ? current - 1 : 0]}"
            for place in "${!COMPREPLY[@]}"; do COMPREPLY[place]=${COMPREPLY[place]#"${before}"}; done
        }
        """#
}
