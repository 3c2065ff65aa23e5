#compdef reportc
# Completion of reportc for zsh. In ~/.zshrc, behind compinit:
#   source <(reportc completions zsh)

_reportc() {
    local program=${~words[1]} line value rest=''
    local -a typed whole wholeShown open openShown
    typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")

    while IFS= read -r line; do
        value=${line%%$'\t'*}
        case $line in
            :*) rest=$line ;;
            *) [[ $line == *$'\t'* ]] && line="$value -- ${line#*$'\t'}"
               # A path goes on behind the dot.
               if [[ $value == *. ]]; then open+=("$value"); openShown+=("$line"); else whole+=("$value"); wholeShown+=("$line"); fi ;;
        esac
    done < <("$program" complete $((CURRENT - 2)) "${typed[@]}" 2>/dev/null)

    # -U: the program has chosen already, also words that hold what is typed without beginning with it.
    (( ${#whole} )) && compadd -U -l -d wholeShown -a whole
    (( ${#open} )) && compadd -U -l -S '' -d openShown -a open
    case $rest in
        :files) _files ;;
        :folders) _files -/ ;;
    esac
    (( compstate[nmatches] ))
}

if [[ ${funcstack[1]} == _reportc ]]; then
    _reportc "$@"
elif (( $+functions[compdef] )); then
    compdef _reportc reportc
fi
