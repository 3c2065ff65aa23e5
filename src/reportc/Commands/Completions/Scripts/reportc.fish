# Completion of reportc for fish. In ~/.config/fish/config.fish:
#   reportc completions fish | source

function __reportc_complete
    set -l typed (commandline -opc)
    set -l word (commandline -ct)
    set -l program (string replace -r '^~' $HOME -- $typed[1])
    set -e typed[1]
    set -l rest ''
    for line in ($program complete (count $typed) $typed (string unescape -- $word; or echo $word) 2>/dev/null)
        switch $line
            case ':*'
                set rest $line
            case '*'
                printf '%s\n' $line
        end
    end
    # Behind --out= fish proposes names itself.
    switch $rest
        case :files
            __fish_complete_path $word
        case :folders
            __fish_complete_directories $word
    end
end

complete -c reportc -f -a '(__reportc_complete)'
