# Completion of reportc for bash. In ~/.bashrc:
#   source <(reportc completions bash)

_reportc() {
    local program=${1/#\~/$HOME} word value meaning rest='' glued='' quoted='' index i
    local -a words=()

    # Bash makes words of their own of = and : (--format=md, C:\data); here they are parts of words.
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case $word in [\"\']*) quoted=1 ;; *) quoted='' ;; esac
        word=${word//[\"\'\\]/}
        if [[ ${#words[@]} -gt 0 && ( ( -n $glued && ( -n $word || $COMP_LINE != *' ' ) ) || $word =~ ^[=:]+$ ) ]]; then
            index=$((${#words[@]} - 1))
            words[index]=${words[index]}$word
        else
            words+=("$word")
        fi
        if [[ $word =~ ^[=:]+$ ]]; then glued=1; else glued=''; fi
    done
    index=$((${#words[@]} - 1))
    word=${words[index]}

    # What bash replaces begins behind the last of them.
    local behind=${word##*[=:]}
    local before=${word%"$behind"}

    COMPREPLY=()
    while IFS=$'\t' read -r value meaning; do
        if [[ $value == :* ]]; then rest=$value; else COMPREPLY+=("${value#"$before"}"); fi
    done < <("$program" complete "$index" "${words[@]}" 2>/dev/null)

    case $rest in
        :files) while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$behind") ;;
        :folders) while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -d -- "$behind") ;;
    esac

    if [[ $rest != : && -n $rest ]]; then
        # Bash itself quotes names and puts a slash behind folders.
        compopt -o filenames 2>/dev/null
    elif [[ -z $quoted ]]; then
        for i in "${!COMPREPLY[@]}"; do
            if [[ ${COMPREPLY[i]} == *[[:space:]\&\;\|\<\>\(\)\$\`\\\"\'\*\?\[\]#~!{}]* ]]; then printf -v 'COMPREPLY[i]' %q "${COMPREPLY[i]}"; fi
        done
    fi
    # A path goes on behind the dot.
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *. ]]; then compopt -o nospace 2>/dev/null; fi
    return 0
}

complete -F _reportc reportc reportc.exe
